-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.country ROW EXCLUSIVE
UPDATE public.country SET name = 'France', rank = NULL WHERE code = 'fr';

-- step 2: migrate, undo exact, locks public.country ROW EXCLUSIVE
INSERT INTO public.country (code, name, rank) VALUES ('it', E'It''s \\ "Italy"', '3');

COMMIT;
