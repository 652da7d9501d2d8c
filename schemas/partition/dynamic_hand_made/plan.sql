-- Plan: 6 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD COLUMN note text DEFAULT 'none'::text;

-- step 2: expand, undo exact, locks public.event ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.event ADD CONSTRAINT event_kind CHECK ((kind > 0));

COMMIT;
