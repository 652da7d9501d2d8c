-- Plan: 1 to add, 0 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.p ACCESS EXCLUSIVE
DROP INDEX public.p_a;

-- step 2: expand, undo exact, locks public.p1 SHARE UPDATE EXCLUSIVE, locks public.p SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);

-- step 3: expand, undo exact, locks public.p SHARE, scans, scans_table, blocks_writes
CREATE INDEX p_a ON ONLY public.p USING btree (a);

COMMIT;
