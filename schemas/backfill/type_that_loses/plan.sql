-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both
-- Warning: a rollback casts what is written to public.reading.taken after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD COLUMN plumb_new_fea0fbbe timestamp with time zone;

-- step 2: expand, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD COLUMN plumb_new_69ffc7e6 integer;

-- step 3: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 4: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_fea0fbbe_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_fea0fbbe := NULL;
    NEW.plumb_new_fea0fbbe := (SELECT (taken::timestamp AT TIME ZONE 'UTC') FROM (SELECT NEW.taken) AS reading);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 5: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.reading FOR EACH ROW
WHEN (NEW.plumb_new_fea0fbbe IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_fea0fbbe_1();

-- step 6: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.reading FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.taken), ROW(OLD.taken))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_fea0fbbe), ROW(OLD.plumb_new_fea0fbbe))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_fea0fbbe_1();

-- step 7: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_2() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_69ffc7e6 := NULL;
    NEW.plumb_new_69ffc7e6 := (SELECT (round(value)::integer) FROM (SELECT NEW.value) AS reading);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 8: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_insert BEFORE INSERT ON public.reading FOR EACH ROW
WHEN (NEW.plumb_new_69ffc7e6 IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_2();

-- step 9: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_update BEFORE UPDATE ON public.reading FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.value), ROW(OLD.value))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_69ffc7e6), ROW(OLD.plumb_new_69ffc7e6))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_2();

COMMIT;

BEGIN;

-- step 10: migrate, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET plumb_new_fea0fbbe = (taken::timestamp AT TIME ZONE 'UTC') WHERE plumb_new_fea0fbbe IS NULL AND (taken::timestamp AT TIME ZONE 'UTC') IS NOT NULL;

COMMIT;

BEGIN;

-- step 11: migrate, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET plumb_new_69ffc7e6 = (round(value)::integer) WHERE plumb_new_69ffc7e6 IS NULL AND (round(value)::integer) IS NOT NULL;

COMMIT;

BEGIN;

-- step 12: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD CONSTRAINT plumb_not_null CHECK (plumb_new_fea0fbbe IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 13: contract, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET plumb_new_fea0fbbe = (taken::timestamp AT TIME ZONE 'UTC') WHERE plumb_new_fea0fbbe IS NULL AND (taken::timestamp AT TIME ZONE 'UTC') IS NOT NULL;

COMMIT;

BEGIN;

-- step 14: contract, undo exact, locks public.reading SHARE UPDATE EXCLUSIVE
ALTER TABLE public.reading VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 15: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ALTER COLUMN plumb_new_fea0fbbe SET NOT NULL;

-- step 16: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading DROP CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 17: contract, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET plumb_new_69ffc7e6 = (round(value)::integer) WHERE plumb_new_69ffc7e6 IS NULL AND (round(value)::integer) IS NOT NULL;

COMMIT;

BEGIN;

-- step 18: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.reading;

-- step 19: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.reading;

-- step 20: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_fea0fbbe_1();

-- step 21: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_insert ON public.reading;

-- step 22: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_update ON public.reading;

-- step 23: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_2();

-- step 24: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 25: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 26: contract, undo exact, locks public.reading SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.reading IN SHARE ROW EXCLUSIVE MODE;

-- step 27: contract, undo exact
CREATE TABLE plumb_archive_1.of_taken_1 AS SELECT sensor, id, taken FROM public.reading WHERE taken IS NOT NULL;

-- step 28: contract, undo exact
ALTER TABLE plumb_archive_1.of_taken_1 ADD PRIMARY KEY (sensor, id);

-- step 29: contract, undo exact with archive, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading DROP COLUMN taken;

-- step 30: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading RENAME COLUMN plumb_new_fea0fbbe TO taken;

-- step 31: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading DROP COLUMN value;

-- step 32: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading RENAME COLUMN plumb_new_69ffc7e6 TO value;

COMMIT;
