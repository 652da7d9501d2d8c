-- Plan: 0 to add, 3 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.by_a;

-- step 2: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX by_a ON public.t USING btree (a DESC NULLS LAST);

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.by_b;

-- step 4: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX by_b ON public.t USING btree (lower(b) COLLATE "C" varchar_pattern_ops) INCLUDE (a) WHERE (a > 10);

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.by_c;

-- step 6: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX by_c ON public.t USING gin (c jsonb_path_ops) WITH (fastupdate=off);

-- step 7: expand, undo exact
COMMENT ON INDEX public.by_a IS 'Kept';

COMMIT;
