-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD COLUMN doubled double precision;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_doubled_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.doubled := NULL;
    NEW.doubled := (SELECT (value * 2) FROM (SELECT NEW.value) AS reading);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.reading FOR EACH ROW
WHEN (NEW.doubled IS NULL) EXECUTE FUNCTION plumb_sync_1.of_doubled_1();

-- step 5: expand, undo exact, locks public.reading SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.reading FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.value), ROW(OLD.value))
AND pg_catalog.record_image_eq(ROW(NEW.doubled), ROW(OLD.doubled))) EXECUTE FUNCTION plumb_sync_1.of_doubled_1();

COMMIT;

BEGIN;

-- step 6: migrate, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET doubled = (value * 2) WHERE doubled IS NULL AND (value * 2) IS NOT NULL;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD CONSTRAINT plumb_not_null CHECK (doubled IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 8: contract, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET doubled = (value * 2) WHERE doubled IS NULL AND (value * 2) IS NOT NULL;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.reading SHARE UPDATE EXCLUSIVE
ALTER TABLE public.reading VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 10: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ALTER COLUMN doubled SET NOT NULL;

-- step 11: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading DROP CONSTRAINT plumb_not_null;

-- step 12: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.reading;

-- step 13: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.reading;

-- step 14: contract, undo exact
DROP FUNCTION plumb_sync_1.of_doubled_1();

-- step 15: contract, undo exact
DROP SCHEMA plumb_sync_1;

COMMIT;
