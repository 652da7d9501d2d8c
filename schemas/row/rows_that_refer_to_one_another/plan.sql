-- Plan: 4 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.b ROW EXCLUSIVE
INSERT INTO public.b (id, a) VALUES ('2', NULL);

-- step 2: migrate, undo exact, locks public.a ROW EXCLUSIVE
INSERT INTO public.a (id, b) VALUES ('3', '2');

-- step 3: migrate, undo exact, locks public.a ROW EXCLUSIVE
INSERT INTO public.a (id, b) VALUES ('2', NULL);

-- step 4: migrate, undo exact, locks public.b ROW EXCLUSIVE
INSERT INTO public.b (id, a) VALUES ('1', '2');

-- step 5: migrate, undo exact, locks public.a ROW EXCLUSIVE
UPDATE public.a SET b = '1' WHERE id = '2';

COMMIT;
