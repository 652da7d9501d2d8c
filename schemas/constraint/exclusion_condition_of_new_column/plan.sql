-- Plan: 2 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.booking ACCESS EXCLUSIVE
ALTER TABLE public.booking ADD COLUMN cancelled boolean DEFAULT false NOT NULL;

-- step 2: expand, undo exact, locks public.booking ACCESS EXCLUSIVE
ALTER TABLE public.booking DROP CONSTRAINT one_guest;

-- step 3: expand, undo exact, locks public.booking ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.booking ADD CONSTRAINT one_guest EXCLUDE USING btree (room WITH =) WHERE ((NOT cancelled));

COMMIT;
