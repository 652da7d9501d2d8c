-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, name) VALUES ('1', 'row 1');

-- step 2: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, name) VALUES ('2', 'row 2');

-- step 3: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, name) VALUES ('3', 'three');

COMMIT;
