-- Plan: 4 to add, 0 to change, 4 to drop.
-- Proven: both
-- Warning: public.contact.phone cannot follow what an application changes while the deployment is under way, as more than its own row tells its value: rows that lack one get it in the end, the others keep theirs

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

-- step 3: expand, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD COLUMN birthday date;

-- step 4: expand, undo exact, locks public.contact ACCESS EXCLUSIVE
ALTER TABLE public.contact ADD COLUMN phone text;

-- step 5: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 6: expand, undo exact
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

-- step 7: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (NEW.first_name IS NULL) EXECUTE FUNCTION plumb_sync_1.of_first_name_1();

-- step 8: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.full_name), ROW(OLD.full_name))
AND pg_catalog.record_image_eq(ROW(NEW.first_name), ROW(OLD.first_name))) EXECUTE FUNCTION plumb_sync_1.of_first_name_1();

-- step 9: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_last_name_2() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.last_name := NULL;
    NEW.last_name := (SELECT (split_part(full_name, ' ', 2)) FROM (SELECT NEW.full_name) AS person);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 10: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (NEW.last_name IS NULL) EXECUTE FUNCTION plumb_sync_1.of_last_name_2();

-- step 11: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.full_name), ROW(OLD.full_name))
AND pg_catalog.record_image_eq(ROW(NEW.last_name), ROW(OLD.last_name))) EXECUTE FUNCTION plumb_sync_1.of_last_name_2();

-- step 12: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_birthday_3() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.birthday := NULL;
    NEW.birthday := (SELECT (born::date) FROM (SELECT NEW.born) AS person);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 13: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (NEW.birthday IS NULL) EXECUTE FUNCTION plumb_sync_1.of_birthday_3();

-- step 14: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.born), ROW(OLD.born))
AND pg_catalog.record_image_eq(ROW(NEW.birthday), ROW(OLD.birthday))) EXECUTE FUNCTION plumb_sync_1.of_birthday_3();

COMMIT;

BEGIN;

-- step 15: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 16: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (split_part(full_name, ' ', 2)) WHERE last_name IS NULL AND (split_part(full_name, ' ', 2)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 17: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET birthday = (born::date) WHERE birthday IS NULL AND (born::date) IS NOT NULL;

COMMIT;

BEGIN;

-- step 18: migrate, undo exact, locks public.contact ROW EXCLUSIVE
UPDATE public.contact SET phone = ((SELECT p.phone FROM public.person p WHERE p.id = contact.person_id)) WHERE phone IS NULL AND ((SELECT p.phone FROM public.person p WHERE p.id = contact.person_id)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 19: migrate, undo exact
CREATE FUNCTION plumb_sync_1.of_full_name_4() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.full_name := coalesce((SELECT (first_name || ' ' || last_name) FROM (SELECT NEW.first_name, NEW.last_name) AS person), NEW.full_name);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 20: migrate, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_0_4_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (pg_catalog.num_nonnulls(NEW.first_name, NEW.last_name) > 0 AND NEW.full_name IS NULL) EXECUTE FUNCTION plumb_sync_1.of_full_name_4();

-- step 21: migrate, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_z_4_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.first_name, NEW.last_name), ROW(OLD.first_name, OLD.last_name))
AND pg_catalog.record_image_eq(ROW(NEW.full_name), ROW(OLD.full_name))) EXECUTE FUNCTION plumb_sync_1.of_full_name_4();

-- step 22: migrate, undo exact
CREATE FUNCTION plumb_sync_1.of_born_5() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.born := coalesce((SELECT (birthday) FROM (SELECT NEW.birthday) AS person), NEW.born);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 23: migrate, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_0_5_insert BEFORE INSERT ON public.person FOR EACH ROW
WHEN (pg_catalog.num_nonnulls(NEW.birthday) > 0) EXECUTE FUNCTION plumb_sync_1.of_born_5();

-- step 24: migrate, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_z_5_update BEFORE UPDATE ON public.person FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.birthday), ROW(OLD.birthday))
AND pg_catalog.record_image_eq(ROW(NEW.born), ROW(OLD.born))) EXECUTE FUNCTION plumb_sync_1.of_born_5();

-- step 25: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (first_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 26: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 27: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 28: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN first_name SET NOT NULL;

-- step 29: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 30: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (last_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 31: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (split_part(full_name, ' ', 2)) WHERE last_name IS NULL AND (split_part(full_name, ' ', 2)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 32: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 33: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN last_name SET NOT NULL;

-- step 34: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 35: contract, undo exact, locks public.contact ROW EXCLUSIVE
UPDATE public.contact SET phone = ((SELECT p.phone FROM public.person p WHERE p.id = contact.person_id)) WHERE phone IS NULL AND ((SELECT p.phone FROM public.person p WHERE p.id = contact.person_id)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 36: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.person;

-- step 37: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.person;

-- step 38: contract, undo exact
DROP FUNCTION plumb_sync_1.of_first_name_1();

-- step 39: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_insert ON public.person;

-- step 40: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_update ON public.person;

-- step 41: contract, undo exact
DROP FUNCTION plumb_sync_1.of_last_name_2();

-- step 42: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_insert ON public.person;

-- step 43: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_update ON public.person;

-- step 44: contract, undo exact
DROP FUNCTION plumb_sync_1.of_birthday_3();

-- step 45: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_0_4_insert ON public.person;

-- step 46: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_z_4_update ON public.person;

-- step 47: contract, undo exact
DROP FUNCTION plumb_sync_1.of_full_name_4();

-- step 48: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_0_5_insert ON public.person;

-- step 49: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_z_5_update ON public.person;

-- step 50: contract, undo exact
DROP FUNCTION plumb_sync_1.of_born_5();

-- step 51: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 52: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 53: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 54: contract, undo exact
CREATE TABLE plumb_archive_1.of_full_name_1 AS SELECT id, full_name, (SELECT CASE WHEN pg_typeof(v) = 'timestamptz'::regtype THEN (v::text::timestamptz AT TIME ZONE 'UTC')::text ELSE v::text END FROM (SELECT (first_name || ' ' || last_name) AS v) AS x) AS plumb_new FROM public.person;

-- step 55: contract, undo exact
ALTER TABLE plumb_archive_1.of_full_name_1 ADD PRIMARY KEY (id);

-- step 56: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN full_name;

-- step 57: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 58: contract, undo exact
CREATE TABLE plumb_archive_1.of_phone_2 AS SELECT id, phone, (SELECT CASE WHEN pg_typeof(v) = 'timestamptz'::regtype THEN (v::text::timestamptz AT TIME ZONE 'UTC')::text ELSE v::text END FROM (SELECT ((SELECT c.phone FROM public.contact c WHERE c.person_id = person.id)) AS v) AS x) AS plumb_new FROM public.person;

-- step 59: contract, undo exact
ALTER TABLE plumb_archive_1.of_phone_2 ADD PRIMARY KEY (id);

-- step 60: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN phone;

-- step 61: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 62: contract, undo exact
CREATE TABLE plumb_archive_1.of_born_3 AS SELECT id, born, (SELECT CASE WHEN pg_typeof(v) = 'timestamptz'::regtype THEN (v::text::timestamptz AT TIME ZONE 'UTC')::text ELSE v::text END FROM (SELECT (birthday) AS v) AS x) AS plumb_new FROM public.person;

-- step 63: contract, undo exact
ALTER TABLE plumb_archive_1.of_born_3 ADD PRIMARY KEY (id);

-- step 64: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN born;

COMMIT;
