-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD COLUMN plumb_new_d89aae7e bigint;

-- step 2: expand, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD COLUMN plumb_new_8c77c405 bigint;

-- step 3: expand, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD COLUMN plumb_new_d96d761a bigint;

-- step 4: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 5: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_d89aae7e_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_d89aae7e := NULL;
    NEW.plumb_new_d89aae7e := (SELECT (pages) FROM (SELECT NEW.pages) AS visit);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 6: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.visit FOR EACH ROW
WHEN (NEW.plumb_new_d89aae7e IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_d89aae7e_1();

-- step 7: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.visit FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.pages), ROW(OLD.pages))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_d89aae7e), ROW(OLD.plumb_new_d89aae7e))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_d89aae7e_1();

-- step 8: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_8c77c405_2() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_8c77c405 := NULL;
    NEW.plumb_new_8c77c405 := (SELECT (seconds) FROM (SELECT NEW.seconds) AS visit);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 9: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_insert BEFORE INSERT ON public.visit FOR EACH ROW
WHEN (NEW.plumb_new_8c77c405 IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_8c77c405_2();

-- step 10: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_update BEFORE UPDATE ON public.visit FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.seconds), ROW(OLD.seconds))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_8c77c405), ROW(OLD.plumb_new_8c77c405))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_8c77c405_2();

-- step 11: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_d96d761a_3() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_d96d761a := NULL;
    NEW.plumb_new_d96d761a := (SELECT (clicks) FROM (SELECT NEW.clicks) AS visit);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 12: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_insert BEFORE INSERT ON public.visit FOR EACH ROW
WHEN (NEW.plumb_new_d96d761a IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_d96d761a_3();

-- step 13: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_update BEFORE UPDATE ON public.visit FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.clicks), ROW(OLD.clicks))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_d96d761a), ROW(OLD.plumb_new_d96d761a))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_d96d761a_3();

COMMIT;

BEGIN;

-- step 14: migrate, undo exact, locks public.visit ROW EXCLUSIVE
UPDATE public.visit SET plumb_new_d89aae7e = (pages) WHERE plumb_new_d89aae7e IS NULL AND (pages) IS NOT NULL;

COMMIT;

BEGIN;

-- step 15: migrate, undo exact, locks public.visit ROW EXCLUSIVE
UPDATE public.visit SET plumb_new_8c77c405 = (seconds) WHERE plumb_new_8c77c405 IS NULL AND (seconds) IS NOT NULL;

COMMIT;

BEGIN;

-- step 16: migrate, undo exact, locks public.visit ROW EXCLUSIVE
UPDATE public.visit SET plumb_new_d96d761a = (clicks) WHERE plumb_new_d96d761a IS NULL AND (clicks) IS NOT NULL;

COMMIT;

BEGIN;

-- step 17: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD CONSTRAINT plumb_not_null CHECK (plumb_new_d89aae7e IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 18: contract, undo exact, locks public.visit ROW EXCLUSIVE
UPDATE public.visit SET plumb_new_d89aae7e = (pages) WHERE plumb_new_d89aae7e IS NULL AND (pages) IS NOT NULL;

COMMIT;

BEGIN;

-- step 19: contract, undo exact, locks public.visit SHARE UPDATE EXCLUSIVE
ALTER TABLE public.visit VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 20: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD CONSTRAINT plumb_new_d89aae7e_not_null NOT NULL plumb_new_d89aae7e;

-- step 21: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit DROP CONSTRAINT plumb_not_null;

-- step 22: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD CONSTRAINT plumb_not_null CHECK (plumb_new_8c77c405 IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 23: contract, undo exact, locks public.visit ROW EXCLUSIVE
UPDATE public.visit SET plumb_new_8c77c405 = (seconds) WHERE plumb_new_8c77c405 IS NULL AND (seconds) IS NOT NULL;

COMMIT;

BEGIN;

-- step 24: contract, undo exact, locks public.visit SHARE UPDATE EXCLUSIVE
ALTER TABLE public.visit VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 25: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD CONSTRAINT plumb_new_8c77c405_not_null NOT NULL plumb_new_8c77c405 NO INHERIT;

-- step 26: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit DROP CONSTRAINT plumb_not_null;

-- step 27: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD CONSTRAINT plumb_not_null CHECK (plumb_new_d96d761a IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 28: contract, undo exact, locks public.visit ROW EXCLUSIVE
UPDATE public.visit SET plumb_new_d96d761a = (clicks) WHERE plumb_new_d96d761a IS NULL AND (clicks) IS NOT NULL;

COMMIT;

BEGIN;

-- step 29: contract, undo exact, locks public.visit SHARE UPDATE EXCLUSIVE
ALTER TABLE public.visit VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 30: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD CONSTRAINT plumb_new_d96d761a_not_null NOT NULL plumb_new_d96d761a;

-- step 31: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit DROP CONSTRAINT plumb_not_null;

-- step 32: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.visit;

-- step 33: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.visit;

-- step 34: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_d89aae7e_1();

-- step 35: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_insert ON public.visit;

-- step 36: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_update ON public.visit;

-- step 37: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_8c77c405_2();

-- step 38: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_insert ON public.visit;

-- step 39: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_update ON public.visit;

-- step 40: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_d96d761a_3();

-- step 41: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 42: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit DROP COLUMN pages;

-- step 43: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit RENAME COLUMN plumb_new_d89aae7e TO pages;

-- step 44: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit DROP COLUMN seconds;

-- step 45: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit RENAME COLUMN plumb_new_8c77c405 TO seconds;

-- step 46: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit DROP COLUMN clicks;

-- step 47: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit RENAME COLUMN plumb_new_d96d761a TO clicks;

-- step 48: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit RENAME CONSTRAINT plumb_new_d89aae7e_not_null TO "counted it";

-- step 49: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit RENAME CONSTRAINT plumb_new_8c77c405_not_null TO visit_seconds_not_null;

-- step 50: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit RENAME CONSTRAINT plumb_new_d96d761a_not_null TO clicked;

COMMIT;
