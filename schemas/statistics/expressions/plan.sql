-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
CREATE STATISTICS public.s3 ON (b + 1), (c = ANY (ARRAY['x'::text, 'y'::text])) FROM public.t;

-- step 2: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
DROP STATISTICS public.s1;

-- step 3: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- step 4: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
CREATE STATISTICS public.s1 ON (a % 100::bigint) FROM public.t;

COMMIT;
