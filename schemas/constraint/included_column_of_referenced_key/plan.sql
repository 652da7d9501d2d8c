-- Plan: 0 to add, 1 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.child ACCESS EXCLUSIVE, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE public.child DROP CONSTRAINT child_parent_id_fkey;

-- step 2: migrate, undo exact, locks public.parent ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.parent ALTER COLUMN payload TYPE bigint;

-- step 3: expand, undo exact, locks public.child SHARE ROW EXCLUSIVE, locks public.parent SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.child ADD CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.parent(id) ON DELETE CASCADE;

COMMIT;
