-- Plan: 6 to add, 3 to change, 4 to drop, 1 to rebuild.
-- Proven: both
-- Warning: new.sql:1:1: attribute price of composite type public.item looks like name under another name: if it is, write `-- plumb: renamed from name` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TYPE public.other AS (
    a integer
);

-- step 2: expand, undo exact
CREATE TABLE public.made (
    a integer NOT NULL,
    CONSTRAINT made_a_check CHECK ((a > 0))
);

-- step 3: migrate, undo exact, locks public.comes ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.comes ALTER COLUMN id TYPE bigint;

-- step 4: expand, undo exact, locks public.comes ACCESS EXCLUSIVE
ALTER TABLE public.comes ADD COLUMN price numeric;

-- step 5: expand, undo exact
ALTER TABLE public.made OF public.other;

-- step 6: expand, undo exact, locks public.items ACCESS EXCLUSIVE
ALTER TABLE public.items NOT OF;

-- step 7: migrate, undo exact, locks public.items ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.items ALTER COLUMN id TYPE bigint;

-- step 8: expand, undo exact, locks public.items ACCESS EXCLUSIVE
ALTER TABLE public.items ADD COLUMN price numeric DEFAULT 0 NOT NULL;

-- step 9: contract, undo exact, locks public.leaves ACCESS EXCLUSIVE
ALTER TABLE public.leaves NOT OF;

-- step 10: expand, undo exact, locks public.item ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.item ALTER ATTRIBUTE id TYPE bigint;

-- step 11: expand, undo exact, locks public.item ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.item DROP ATTRIBUTE name;

-- step 12: expand, undo exact, locks public.item ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.item ADD ATTRIBUTE price numeric;

-- step 13: contract, undo lossy, locks public.items ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.items DROP COLUMN name;

-- step 14: expand, undo exact, locks public.items ACCESS EXCLUSIVE
ALTER TABLE public.items OF public.item;

-- step 15: contract, undo lossy, locks public.comes ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.comes DROP COLUMN name;

-- step 16: expand, undo exact, locks public.comes ACCESS EXCLUSIVE
ALTER TABLE public.comes OF public.item;

COMMIT;
