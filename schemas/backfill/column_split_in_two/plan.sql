-- Plan: 3 to add, 1 to change, 1 to drop.
-- Proven: both
-- Warning: rows that are written after this deployment have no value for public.person.full_name, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get

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

-- step 3: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 4: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_first_name_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.first_name := NULL;
    NEW.first_name := (SELECT (split_part(full_name, ' ', 1)) FROM (SELECT NEW.full_name) AS person);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 5: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (NEW.first_name IS NULL) EXECUTE FUNCTION plumb_sync_1.of_first_name_1();

-- step 6: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.full_name), ROW(OLD.full_name))
AND pg_catalog.record_image_eq(ROW(NEW.first_name), ROW(OLD.first_name))) EXECUTE FUNCTION plumb_sync_1.of_first_name_1();

-- step 7: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_last_name_2() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.last_name := NULL;
    NEW.last_name := (SELECT (substr(full_name, strpos(full_name || ' ', ' ') + 1)) FROM (SELECT NEW.full_name) AS person);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 8: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (NEW.last_name IS NULL) EXECUTE FUNCTION plumb_sync_1.of_last_name_2();

-- step 9: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.full_name), ROW(OLD.full_name))
AND pg_catalog.record_image_eq(ROW(NEW.last_name), ROW(OLD.last_name))) EXECUTE FUNCTION plumb_sync_1.of_last_name_2();

COMMIT;

BEGIN;

-- step 10: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 11: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (substr(full_name, strpos(full_name || ' ', ' ') + 1)) WHERE last_name IS NULL AND (substr(full_name, strpos(full_name || ' ', ' ') + 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 12: migrate, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN full_name DROP NOT NULL;

-- step 13: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE ONLY public.person ALTER COLUMN last_name SET DEFAULT ''::text;

-- step 14: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (first_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 15: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 16: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 17: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN first_name SET NOT NULL;

-- step 18: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 19: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (last_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 20: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (substr(full_name, strpos(full_name || ' ', ' ') + 1)) WHERE last_name IS NULL AND (substr(full_name, strpos(full_name || ' ', ' ') + 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 21: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 22: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN last_name SET NOT NULL;

-- step 23: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 24: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.person;

-- step 25: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.person;

-- step 26: contract, undo exact
DROP FUNCTION plumb_sync_1.of_first_name_1();

-- step 27: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_insert ON public.person;

-- step 28: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_update ON public.person;

-- step 29: contract, undo exact
DROP FUNCTION plumb_sync_1.of_last_name_2();

-- step 30: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 31: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 32: contract, undo exact, locks public.people ACCESS EXCLUSIVE
CREATE OR REPLACE VIEW public.people AS
 SELECT person.id,
    ((person.first_name || ' '::text) || person.last_name) AS full_name
   FROM public.person;

-- step 33: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 34: contract, undo exact
CREATE TABLE plumb_archive_1.of_full_name_1 AS SELECT id, full_name FROM public.person WHERE full_name IS NOT NULL;

-- step 35: contract, undo exact
ALTER TABLE plumb_archive_1.of_full_name_1 ADD PRIMARY KEY (id);

-- step 36: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN full_name;

COMMIT;
