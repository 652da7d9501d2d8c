-- Plan: 1 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD COLUMN full_name text;

COMMIT;

BEGIN;

-- step 2: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET full_name = (concat_ws(' ', first_name, last_name)) WHERE full_name IS NULL AND (concat_ws(' ', first_name, last_name)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 3: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (full_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 4: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET full_name = (concat_ws(' ', first_name, last_name)) WHERE full_name IS NULL AND (concat_ws(' ', first_name, last_name)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN full_name SET NOT NULL;

-- step 7: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 8: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 9: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 10: contract, undo exact
CREATE TABLE plumb_archive_1.of_first_name_1 AS SELECT id, first_name FROM public.person WHERE first_name IS NOT NULL;

-- step 11: contract, undo exact
ALTER TABLE plumb_archive_1.of_first_name_1 ADD PRIMARY KEY (id);

-- step 12: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN first_name;

-- step 13: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 14: contract, undo exact
CREATE TABLE plumb_archive_1.of_last_name_2 AS SELECT id, last_name FROM public.person WHERE last_name IS NOT NULL;

-- step 15: contract, undo exact
ALTER TABLE plumb_archive_1.of_last_name_2 ADD PRIMARY KEY (id);

-- step 16: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN last_name;

COMMIT;
