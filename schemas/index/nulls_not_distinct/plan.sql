-- Plan: 0 to add, 4 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.one;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.two;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;

-- step 4: migrate, undo lossy, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(3,-2);

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 1200;

-- step 6: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX one ON public.t USING btree (a) NULLS NOT DISTINCT WHERE (b > (0)::numeric);

-- step 7: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX two ON public.t USING btree (b);

COMMIT;
