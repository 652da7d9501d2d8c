-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.t ROW EXCLUSIVE
DELETE FROM public.t WHERE id = '1';

-- step 2: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET place = '10' WHERE id = '3';

-- step 3: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET place = '30' WHERE id = '2';

-- step 4: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, place, name) VALUES ('1', '20', 'a');

COMMIT;
