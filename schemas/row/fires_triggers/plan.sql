-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both
-- Warning: rows of public.t are updated, which fires trigger noted: undo does not take back what these do
-- Warning: rows of public.t are inserted, which fires trigger noted: undo does not take back what these do

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo lossy, locks public.t ROW EXCLUSIVE, fires_triggers
UPDATE public.t SET name = 'b' WHERE id = '1';

-- step 2: migrate, undo lossy, locks public.t ROW EXCLUSIVE, fires_triggers
INSERT INTO public.t (id, name) VALUES ('2', 'c');

COMMIT;
