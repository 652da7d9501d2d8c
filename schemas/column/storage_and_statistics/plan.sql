-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.doc SHARE UPDATE EXCLUSIVE
ALTER TABLE public.doc ALTER COLUMN id RESET (n_distinct);

-- step 2: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN body SET STORAGE EXTENDED;

-- step 3: expand, undo exact, locks public.doc SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN body SET STATISTICS 0;

-- step 4: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN meta SET STORAGE MAIN;

-- step 5: expand, undo exact, locks public.doc SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN meta SET STATISTICS -1;

COMMIT;
