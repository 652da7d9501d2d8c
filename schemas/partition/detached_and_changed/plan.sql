-- Plan: 0 to add, 7 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.log_2025 ACCESS EXCLUSIVE, locks public.log ACCESS EXCLUSIVE
ALTER TABLE public.log DETACH PARTITION public.log_2025;

-- step 2: expand, undo exact, locks public.log ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.log ALTER COLUMN id SET NOT NULL;

-- step 3: expand, undo exact, locks public.log ACCESS EXCLUSIVE
ALTER TABLE public.log ALTER COLUMN note DROP NOT NULL;

-- step 4: migrate, undo exact, locks public.log ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.log ALTER COLUMN size TYPE bigint;

-- step 5: expand, undo exact, locks public.log_2025 ACCESS EXCLUSIVE
ALTER TABLE public.log_2025 ALTER COLUMN at DROP NOT NULL;

COMMIT;
