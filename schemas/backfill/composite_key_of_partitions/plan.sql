-- Plan: 6 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement ADD COLUMN tax integer;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_tax_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.tax := NULL;
    NEW.tax := (SELECT (amount * 19 / 100) FROM (SELECT NEW.amount) AS movement);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.movement SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.movement FOR EACH ROW
WHEN (NEW.tax IS NULL) EXECUTE FUNCTION plumb_sync_1.of_tax_1();

-- step 5: expand, undo exact, locks public.movement SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.movement FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.amount), ROW(OLD.amount))
AND pg_catalog.record_image_eq(ROW(NEW.tax), ROW(OLD.tax))) EXECUTE FUNCTION plumb_sync_1.of_tax_1();

COMMIT;

BEGIN;

-- step 6: migrate, undo exact, locks public.movement ROW EXCLUSIVE
UPDATE public.movement SET tax = (amount * 19 / 100) WHERE tax IS NULL AND (amount * 19 / 100) IS NOT NULL;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE ONLY public.movement ALTER COLUMN tax SET DEFAULT 0;

-- step 8: contract, undo exact, locks public.movement_2025 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.movement_2025 ALTER COLUMN tax SET DEFAULT 0;

-- step 9: contract, undo exact, locks public.movement_2026 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.movement_2026 ALTER COLUMN tax SET DEFAULT 0;

-- step 10: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement ADD CONSTRAINT plumb_not_null CHECK (tax IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 11: contract, undo exact, locks public.movement ROW EXCLUSIVE
UPDATE public.movement SET tax = (amount * 19 / 100) WHERE tax IS NULL AND (amount * 19 / 100) IS NOT NULL;

COMMIT;

BEGIN;

-- step 12: contract, undo exact, locks public.movement SHARE UPDATE EXCLUSIVE
ALTER TABLE public.movement VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 13: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement ALTER COLUMN tax SET NOT NULL;

-- step 14: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement DROP CONSTRAINT plumb_not_null;

-- step 15: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.movement;

-- step 16: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.movement;

-- step 17: contract, undo exact
DROP FUNCTION plumb_sync_1.of_tax_1();

-- step 18: contract, undo exact
DROP SCHEMA plumb_sync_1;

COMMIT;
