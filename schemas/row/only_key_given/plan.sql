-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.permission ROW EXCLUSIVE
UPDATE public.permission SET label = 'Read' WHERE code = 'read';

-- step 2: migrate, undo exact, locks public.permission ROW EXCLUSIVE
INSERT INTO public.permission (code, label) VALUES ('write', 'Write');

COMMIT;
