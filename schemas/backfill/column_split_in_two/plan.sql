-- Plan: 3 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD COLUMN first_name text;

-- step 2: expand, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD COLUMN last_name text;

COMMIT;

BEGIN;

-- step 3: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 4: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (substr(full_name, strpos(full_name || ' ', ' ') + 1)) WHERE last_name IS NULL AND (substr(full_name, strpos(full_name || ' ', ' ') + 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE ONLY public.person ALTER COLUMN last_name SET DEFAULT ''::text;

-- step 6: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (first_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 8: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN first_name SET NOT NULL;

-- step 10: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 11: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (last_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 12: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (substr(full_name, strpos(full_name || ' ', ' ') + 1)) WHERE last_name IS NULL AND (substr(full_name, strpos(full_name || ' ', ' ') + 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 13: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 14: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN last_name SET NOT NULL;

-- step 15: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 16: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 17: contract, undo exact, locks public.people ACCESS EXCLUSIVE
CREATE OR REPLACE VIEW public.people AS
 SELECT person.id,
    ((person.first_name || ' '::text) || person.last_name) AS full_name
   FROM public.person;

-- step 18: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 19: contract, undo exact
CREATE TABLE plumb_archive_1.of_full_name_1 AS SELECT id, full_name FROM public.person WHERE full_name IS NOT NULL;

-- step 20: contract, undo exact
ALTER TABLE plumb_archive_1.of_full_name_1 ADD PRIMARY KEY (id);

-- step 21: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN full_name;

COMMIT;
