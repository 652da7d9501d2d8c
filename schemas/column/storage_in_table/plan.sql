-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN a SET STORAGE EXTENDED;

-- step 2: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN b SET STORAGE MAIN;

-- step 3: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE public.doc ADD COLUMN c text;

-- step 4: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN c SET STORAGE EXTERNAL;

-- step 5: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN c SET COMPRESSION pglz;

COMMIT;
