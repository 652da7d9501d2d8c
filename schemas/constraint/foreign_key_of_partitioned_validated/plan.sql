-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.child SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.child VALIDATE CONSTRAINT to_parent;

-- step 2: expand, undo exact, locks public.child SHARE ROW EXCLUSIVE, locks public.parent SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.child ADD CONSTRAINT to_other FOREIGN KEY (other) REFERENCES public.parent(id) NOT VALID;

COMMIT;
