-- Plan: 0 to add, 3 to change, 0 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t SET ACCESS METHOD heap2;

-- step 2: migrate, undo exact, locks public.u ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.u SET ACCESS METHOD heap;

-- step 3: expand, undo exact, locks public.m ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.m;

-- step 4: expand, undo exact
CREATE MATERIALIZED VIEW public.m USING heap2 AS
 SELECT t.id
   FROM public.t;

-- step 5: expand, undo exact
CREATE UNIQUE INDEX m_id ON public.m USING btree (id);

COMMIT;
