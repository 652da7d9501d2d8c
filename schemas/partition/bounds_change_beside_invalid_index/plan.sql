-- Plan: 0 to add, 1 to change, 0 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.r ACCESS EXCLUSIVE
DROP INDEX public.r_a;

-- step 2: expand, undo exact, locks public.r1 ACCESS EXCLUSIVE, locks public.r ACCESS EXCLUSIVE
ALTER TABLE public.r DETACH PARTITION public.r1;

-- step 3: expand, undo exact, locks public.r1 SHARE, scans, scans_table, blocks_writes
CREATE INDEX r1_a ON ONLY public.r1 USING btree (a);

-- step 4: expand, undo exact, locks public.r1 SHARE UPDATE EXCLUSIVE, locks public.r SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.r ATTACH PARTITION public.r1 FOR VALUES FROM (0) TO (20);

-- step 5: expand, undo exact, locks public.r SHARE, scans, scans_table, blocks_writes
CREATE INDEX r_a ON ONLY public.r USING btree (a);

-- step 6: expand, undo exact, locks public.r1 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.r_a ATTACH PARTITION public.r1_a;

COMMIT;
