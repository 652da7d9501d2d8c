-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.fast ACCESS EXCLUSIVE
ALTER COLLATION public.fast RENAME TO fast_old;

-- step 2: expand, undo exact
CREATE COLLATION public.fast (provider = builtin, locale = 'PG_UNICODE_FAST');

-- step 3: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.fast USING a::text;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_unicode_fast;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((casefold(a) = a));

-- step 6: expand, undo exact
DROP COLLATION public.fast_old;

COMMIT;
