-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET name = 'a' WHERE id = '1';

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN name SET NOT NULL;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_name_key UNIQUE (name);

COMMIT;
