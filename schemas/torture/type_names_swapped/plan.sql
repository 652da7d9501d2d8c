-- Plan: 2 to add, 2 to change, 2 to drop.
-- Proven: both
-- Warning: new.sql:1:1: enum type public.two looks like public.one under another name: if it is, write `-- plumb: renamed from one` before it
-- Warning: new.sql:2:1: composite type public.one looks like public.two under another name: if it is, write `-- plumb: renamed from two` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN p TYPE text USING p::text;

-- step 2: contract, undo exact
DROP TYPE public.one;

-- step 3: expand, undo exact
CREATE TYPE public.one AS (
    x integer
);

-- step 4: migrate, undo lossy, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.uses ALTER COLUMN q TYPE public.one USING q::text::public.one;

-- step 5: contract, undo exact
DROP TYPE public.two;

-- step 6: expand, undo exact
CREATE TYPE public.two AS ENUM ('a');

-- step 7: migrate, undo lossy, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.uses ALTER COLUMN p TYPE public.two USING p::text::public.two;

COMMIT;
