-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo lossy, locks public.measure ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.measure ALTER COLUMN taken TYPE timestamp with time zone USING to_timestamp(taken::bigint);

-- step 2: expand, undo exact, locks public.measure ACCESS EXCLUSIVE
ALTER TABLE ONLY public.measure ALTER COLUMN flag DROP DEFAULT;

-- step 3: migrate, undo lossy, locks public.measure ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.measure ALTER COLUMN flag TYPE boolean USING flag = 'y';

-- step 4: expand, undo exact, locks public.measure ACCESS EXCLUSIVE
ALTER TABLE ONLY public.measure ALTER COLUMN flag SET DEFAULT false;

COMMIT;
