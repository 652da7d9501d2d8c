-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
ALTER INDEX public.by_sum ALTER COLUMN 1 SET STATISTICS 300;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.by_a;

-- step 3: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX by_a ON public.t USING btree (a) WITH (fillfactor='90', deduplicate_items=off);

COMMIT;
