-- Plan: 2 to add, 2 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.changed ACCESS EXCLUSIVE
ALTER COLLATION public.changed RENAME TO changed_old;

-- step 2: expand, undo exact
CREATE COLLATION public.changed (provider = builtin, locale = 'C.UTF-8');

-- step 3: expand, undo exact
CREATE COLLATION public.ruled (provider = icu, locale = 'de', rules = '&a < b', deterministic = false);

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE pg_c_utf8;

-- step 5: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE public.changed USING b::text;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN c text COLLATE public.ruled;

-- step 7: contract, undo exact
DROP COLLATION public.going;

-- step 8: expand, undo exact
DROP COLLATION public.changed_old;

COMMIT;
