-- Plan: 0 to add, 1 to change, 0 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.pair ACCESS EXCLUSIVE
ALTER TYPE public.pair RENAME TO pair_old;

-- step 2: expand, undo exact, locks public.nested ACCESS EXCLUSIVE
ALTER TYPE public.nested RENAME TO nested_old;

-- step 3: expand, undo exact
ALTER DOMAIN public.positive DROP CONSTRAINT positive_check;

-- step 4: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN p TYPE text USING p::text;

-- step 5: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN n TYPE text USING n::text;

-- step 6: expand, undo exact
DROP TYPE public.nested_old;

-- step 7: expand, undo exact
DROP TYPE public.pair_old;

-- step 8: expand, undo exact
DROP DOMAIN public.positive;

-- step 9: expand, undo exact
CREATE DOMAIN public.positive AS bigint
    CONSTRAINT positive_check CHECK ((VALUE > 0));

-- step 10: expand, undo exact
CREATE TYPE public.pair AS (
    a public.positive,
    b text
);

-- step 11: expand, undo exact
CREATE TYPE public.nested AS (
    p public.pair,
    n integer
);

-- step 12: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;

-- step 13: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN n TYPE public.nested USING n::text::public.nested;

COMMIT;
