-- Plan: 1 to add, 2 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE COLLATION public.fresh (provider = icu, locale = 'und', rules = '&V << w <<< W', deterministic = false);

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.t_a;

-- step 3: expand, undo exact, locks public.changed ACCESS EXCLUSIVE
ALTER COLLATION public.changed RENAME TO changed_old;

-- step 4: expand, undo exact
CREATE COLLATION public.changed (provider = icu, locale = 'de', rules = '&a < c');

-- step 5: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.changed USING a::text;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE public.fresh;

-- step 7: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_a ON public.t USING btree (a, b COLLATE public.changed);

-- step 8: expand, undo exact
DROP COLLATION public.changed_old;

-- step 9: contract, undo exact
DROP COLLATION public.gone;

COMMIT;
