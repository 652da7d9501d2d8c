-- Plan: 1 to add, 0 to change, 2 to drop.
-- Proven: both
-- Warning: rows that are written after this deployment have no value for public.person.first_name, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD COLUMN full_name text;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_full_name_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.full_name := NULL;
    NEW.full_name := (SELECT (concat_ws(' ', first_name, last_name)) FROM (SELECT NEW.first_name, NEW.last_name) AS person);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (NEW.full_name IS NULL) EXECUTE FUNCTION plumb_sync_1.of_full_name_1();

-- step 5: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.first_name, NEW.last_name), ROW(OLD.first_name, OLD.last_name))
AND pg_catalog.record_image_eq(ROW(NEW.full_name), ROW(OLD.full_name))) EXECUTE FUNCTION plumb_sync_1.of_full_name_1();

COMMIT;

BEGIN;

-- step 6: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET full_name = (concat_ws(' ', first_name, last_name)) WHERE full_name IS NULL AND (concat_ws(' ', first_name, last_name)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 7: migrate, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN first_name DROP NOT NULL;

-- step 8: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (full_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET full_name = (concat_ws(' ', first_name, last_name)) WHERE full_name IS NULL AND (concat_ws(' ', first_name, last_name)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 10: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 11: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN full_name SET NOT NULL;

-- step 12: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 13: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.person;

-- step 14: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.person;

-- step 15: contract, undo exact
DROP FUNCTION plumb_sync_1.of_full_name_1();

-- step 16: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 17: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 18: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 19: contract, undo exact
CREATE TABLE plumb_archive_1.of_first_name_1 AS SELECT id, first_name FROM public.person WHERE first_name IS NOT NULL;

-- step 20: contract, undo exact
ALTER TABLE plumb_archive_1.of_first_name_1 ADD PRIMARY KEY (id);

-- step 21: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN first_name;

-- step 22: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 23: contract, undo exact
CREATE TABLE plumb_archive_1.of_last_name_2 AS SELECT id, last_name FROM public.person WHERE last_name IS NOT NULL;

-- step 24: contract, undo exact
ALTER TABLE plumb_archive_1.of_last_name_2 ADD PRIMARY KEY (id);

-- step 25: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN last_name;

COMMIT;
