-- Plan: 0 to add, 10 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 2: migrate, undo exact, locks public.p ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.p ALTER COLUMN a TYPE bigint;

-- step 3: expand, undo exact
CREATE VIEW public.v AS
 SELECT g.a
   FROM public.g;

-- step 4: expand, undo exact, locks public.w ACCESS EXCLUSIVE
DROP VIEW public.w;

-- step 5: migrate, undo exact, locks public.p ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.p ALTER COLUMN b TYPE bigint;

-- step 6: expand, undo exact
CREATE VIEW public.w AS
 SELECT l.b
   FROM public.l;

COMMIT;
