-- Plan: 0 to add, 7 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.leaves ACCESS EXCLUSIVE
ALTER TABLE public.leaves NO INHERIT public.base;

-- step 2: migrate, undo exact, locks public.base ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.base ALTER COLUMN id TYPE bigint;

-- step 3: expand, undo exact, locks public.base ACCESS EXCLUSIVE
ALTER TABLE public.base ALTER COLUMN note TYPE text;

-- step 4: migrate, undo exact, locks public.leaves ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.leaves ALTER COLUMN id TYPE bigint;

-- step 5: expand, undo exact, locks public.leaves ACCESS EXCLUSIVE
ALTER TABLE public.leaves ALTER COLUMN note TYPE text;

COMMIT;
