-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both
-- Warning: a rollback casts what is written to public.reading.value after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD COLUMN plumb_new_69ffc7e6 integer;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_69ffc7e6 := NULL;
    NEW.plumb_new_69ffc7e6 := (SELECT (round(value)::integer) FROM (SELECT NEW.value) AS reading);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.reading FOR EACH ROW
WHEN (NEW.plumb_new_69ffc7e6 IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_1();

-- step 5: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.reading FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.value), ROW(OLD.value))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_69ffc7e6), ROW(OLD.plumb_new_69ffc7e6))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_1();

COMMIT;

BEGIN;

-- step 6: migrate, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET plumb_new_69ffc7e6 = (round(value)::integer) WHERE plumb_new_69ffc7e6 IS NULL AND (round(value)::integer) IS NOT NULL;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET plumb_new_69ffc7e6 = (round(value)::integer) WHERE plumb_new_69ffc7e6 IS NULL AND (round(value)::integer) IS NOT NULL;

COMMIT;

BEGIN;

-- step 8: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.reading;

-- step 9: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.reading;

-- step 10: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_69ffc7e6_1();

-- step 11: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 12: contract, undo lossy, locks public.reading ACCESS EXCLUSIVE, loses_data
ALTER TABLE public.reading DROP COLUMN value;

-- step 13: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading RENAME COLUMN plumb_new_69ffc7e6 TO value;

COMMIT;
