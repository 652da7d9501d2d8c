-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact
ALTER TYPE public.state ADD VALUE 'new';

COMMIT;

BEGIN;

-- step 2: migrate, undo exact, locks public.flow ROW EXCLUSIVE
UPDATE public.flow SET state = 'new' WHERE id = '1';

-- step 3: migrate, undo exact, locks public.flow ROW EXCLUSIVE
INSERT INTO public.flow (id, state) VALUES ('2', 'new');

COMMIT;
