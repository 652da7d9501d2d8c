-- Plan: 0 to add, 1 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER DOMAIN public.lines DROP CONSTRAINT lines_check;

-- step 2: expand, undo exact, locks public.lines ACCESS EXCLUSIVE
ALTER DOMAIN public.lines RENAME TO lines_old;

-- step 3: migrate, undo exact, locks public.basket ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.basket ALTER COLUMN lines TYPE text USING lines::text;

-- step 4: expand, undo exact
DROP DOMAIN public.lines_old;

-- step 5: expand, undo exact
DROP TYPE public.line;

-- step 6: expand, undo exact
CREATE TYPE public.line AS (
    sku text,
    quantity bigint
);

-- step 7: expand, undo exact
CREATE DOMAIN public.lines AS public.line[]
    CONSTRAINT lines_check CHECK ((array_length(VALUE, 1) < 10));

-- step 8: migrate, undo exact, locks public.basket ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.basket ALTER COLUMN lines TYPE public.lines USING lines::text::public.lines;

COMMIT;
