-- Plan: 4 to add, 3 to change, 4 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN b SET DEFAULT 2;

-- step 2: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN c SET DEFAULT 3;

-- step 3: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN d SET DEFAULT 4;

-- step 4: expand, undo exact, locks public.c ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c ALTER COLUMN b SET DEFAULT 2;

-- step 5: expand, undo exact, locks public.c ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c ALTER COLUMN c SET DEFAULT 3;

-- step 6: expand, undo exact, locks public.g ACCESS EXCLUSIVE
ALTER TABLE ONLY public.g ALTER COLUMN b SET DEFAULT 2;

-- step 7: expand, undo exact, locks public.g ACCESS EXCLUSIVE
ALTER TABLE ONLY public.g ALTER COLUMN d SET DEFAULT 4;

-- step 8: contract, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN a DROP DEFAULT;

-- step 9: contract, undo exact, locks public.c ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c ALTER COLUMN a DROP DEFAULT;

-- step 10: contract, undo exact, locks public.c ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c ALTER COLUMN d DROP DEFAULT;

-- step 11: contract, undo exact, locks public.g ACCESS EXCLUSIVE
ALTER TABLE ONLY public.g ALTER COLUMN a DROP DEFAULT;

COMMIT;
