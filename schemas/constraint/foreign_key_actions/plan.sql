-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.child ACCESS EXCLUSIVE, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE public.child DROP CONSTRAINT to_parent;

-- step 2: expand, undo exact, locks public.child SHARE ROW EXCLUSIVE, locks public.parent SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.child ADD CONSTRAINT to_parent FOREIGN KEY (a, b) REFERENCES public.parent(a, b) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL (b);

COMMIT;
