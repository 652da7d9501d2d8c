-- Plan: 2 to add, 1 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.region ROW EXCLUSIVE
INSERT INTO public.region (id, name) VALUES ('3', 'East');

-- step 2: migrate, undo exact, locks public.city ROW EXCLUSIVE
UPDATE public.city SET region = '3' WHERE id = '2';

-- step 3: migrate, undo exact, locks public.city ROW EXCLUSIVE
INSERT INTO public.city (id, region) VALUES ('4', '3');

-- step 4: migrate, undo exact, locks public.city ROW EXCLUSIVE
DELETE FROM public.city WHERE id = '3';

-- step 5: migrate, undo exact, locks public.region ROW EXCLUSIVE
DELETE FROM public.region WHERE id = '2';

COMMIT;
