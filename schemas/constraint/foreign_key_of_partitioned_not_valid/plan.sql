-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.log SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.log VALIDATE CONSTRAINT there;

-- step 2: expand, undo exact, locks public.log SHARE ROW EXCLUSIVE, locks public.area SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.log ADD CONSTRAINT there_too FOREIGN KEY (other) REFERENCES public.area(id) NOT VALID;

COMMIT;
