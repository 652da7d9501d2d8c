-- Plan: 1 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT 2;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 'new'::text;

-- step 3: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN c DROP DEFAULT;

COMMIT;
