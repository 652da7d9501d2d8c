-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

COMMIT;
