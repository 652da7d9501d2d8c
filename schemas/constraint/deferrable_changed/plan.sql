-- Plan: 0 to add, 2 to change, 0 to drop.
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

-- step 2: expand, undo exact, locks public.child SHARE ROW EXCLUSIVE, locks public.parent SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.child ADD CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.parent(id) DEFERRABLE INITIALLY DEFERRED;

-- step 3: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE public.child DROP CONSTRAINT child_place_key;

-- step 4: expand, undo exact, locks public.child ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.child ADD CONSTRAINT child_place_key UNIQUE (place) DEFERRABLE;

COMMIT;
