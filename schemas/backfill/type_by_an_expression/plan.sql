-- Plan: 0 to add, 4 to change, 0 to drop.
-- Proven: both
-- Warning: a rollback casts what is written to public.item.price, public.item.code, public.item.size after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD COLUMN plumb_new_9c951cd0 bigint;

-- step 2: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD COLUMN plumb_new_7a8e364f text;

-- step 3: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD COLUMN plumb_new_2bf6d286 integer;

-- step 4: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD COLUMN plumb_new_ec5993ce bigint;

-- step 5: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 6: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_9c951cd0_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_9c951cd0 := NULL;
    NEW.plumb_new_9c951cd0 := (SELECT (price * 100) FROM (SELECT NEW.price) AS item);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 7: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.item FOR EACH ROW
WHEN (NEW.plumb_new_9c951cd0 IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_9c951cd0_1();

-- step 8: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.item FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.price), ROW(OLD.price))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_9c951cd0), ROW(OLD.plumb_new_9c951cd0))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_9c951cd0_1();

-- step 9: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_7a8e364f_2() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_7a8e364f := NULL;
    NEW.plumb_new_7a8e364f := (SELECT ('item-' || code) FROM (SELECT NEW.code) AS item);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 10: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_insert BEFORE INSERT ON public.item FOR EACH ROW
WHEN (NEW.plumb_new_7a8e364f IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_7a8e364f_2();

-- step 11: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_update BEFORE UPDATE ON public.item FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.code), ROW(OLD.code))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_7a8e364f), ROW(OLD.plumb_new_7a8e364f))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_7a8e364f_2();

-- step 12: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_2bf6d286_3() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_2bf6d286 := NULL;
    NEW.plumb_new_2bf6d286 := (SELECT (coalesce(length(size), -1)) FROM (SELECT NEW.size) AS item);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 13: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_insert BEFORE INSERT ON public.item FOR EACH ROW
WHEN (NEW.plumb_new_2bf6d286 IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_2bf6d286_3();

-- step 14: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_update BEFORE UPDATE ON public.item FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.size), ROW(OLD.size))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_2bf6d286), ROW(OLD.plumb_new_2bf6d286))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_2bf6d286_3();

-- step 15: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_ec5993ce_4() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_ec5993ce := NULL;
    NEW.plumb_new_ec5993ce := (SELECT (CAST(visits AS int8)) FROM (SELECT NEW.visits) AS item);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 16: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_4_insert BEFORE INSERT ON public.item FOR EACH ROW
WHEN (NEW.plumb_new_ec5993ce IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_ec5993ce_4();

-- step 17: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_4_update BEFORE UPDATE ON public.item FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.visits), ROW(OLD.visits))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_ec5993ce), ROW(OLD.plumb_new_ec5993ce))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_ec5993ce_4();

COMMIT;

BEGIN;

-- step 18: migrate, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_9c951cd0 = (price * 100) WHERE plumb_new_9c951cd0 IS NULL AND (price * 100) IS NOT NULL;

COMMIT;

BEGIN;

-- step 19: migrate, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_7a8e364f = ('item-' || code) WHERE plumb_new_7a8e364f IS NULL AND ('item-' || code) IS NOT NULL;

COMMIT;

BEGIN;

-- step 20: migrate, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_2bf6d286 = (coalesce(length(size), -1)) WHERE plumb_new_2bf6d286 IS NULL AND (coalesce(length(size), -1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 21: migrate, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_ec5993ce = (CAST(visits AS int8)) WHERE plumb_new_ec5993ce IS NULL AND (CAST(visits AS int8)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 22: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD CONSTRAINT plumb_not_null CHECK (plumb_new_9c951cd0 IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 23: contract, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_9c951cd0 = (price * 100) WHERE plumb_new_9c951cd0 IS NULL AND (price * 100) IS NOT NULL;

COMMIT;

BEGIN;

-- step 24: contract, undo exact, locks public.item SHARE UPDATE EXCLUSIVE
ALTER TABLE public.item VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 25: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ALTER COLUMN plumb_new_9c951cd0 SET NOT NULL;

-- step 26: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 27: contract, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_7a8e364f = ('item-' || code) WHERE plumb_new_7a8e364f IS NULL AND ('item-' || code) IS NOT NULL;

COMMIT;

BEGIN;

-- step 28: contract, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_2bf6d286 = (coalesce(length(size), -1)) WHERE plumb_new_2bf6d286 IS NULL AND (coalesce(length(size), -1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 29: contract, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET plumb_new_ec5993ce = (CAST(visits AS int8)) WHERE plumb_new_ec5993ce IS NULL AND (CAST(visits AS int8)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 30: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.item;

-- step 31: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.item;

-- step 32: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_9c951cd0_1();

-- step 33: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_insert ON public.item;

-- step 34: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_update ON public.item;

-- step 35: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_7a8e364f_2();

-- step 36: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_insert ON public.item;

-- step 37: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_update ON public.item;

-- step 38: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_2bf6d286_3();

-- step 39: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_4_insert ON public.item;

-- step 40: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_4_update ON public.item;

-- step 41: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_ec5993ce_4();

-- step 42: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 43: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 44: contract, undo exact, locks public.item SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.item IN SHARE ROW EXCLUSIVE MODE;

-- step 45: contract, undo exact
CREATE TABLE plumb_archive_1.of_price_1 AS SELECT id, price FROM public.item WHERE price IS NOT NULL;

-- step 46: contract, undo exact
ALTER TABLE plumb_archive_1.of_price_1 ADD PRIMARY KEY (id);

-- step 47: contract, undo exact with archive, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP COLUMN price;

-- step 48: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item RENAME COLUMN plumb_new_9c951cd0 TO price;

-- step 49: contract, undo exact, locks public.item SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.item IN SHARE ROW EXCLUSIVE MODE;

-- step 50: contract, undo exact
CREATE TABLE plumb_archive_1.of_code_2 AS SELECT id, code FROM public.item WHERE code IS NOT NULL;

-- step 51: contract, undo exact
ALTER TABLE plumb_archive_1.of_code_2 ADD PRIMARY KEY (id);

-- step 52: contract, undo exact with archive, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP COLUMN code;

-- step 53: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item RENAME COLUMN plumb_new_7a8e364f TO code;

-- step 54: contract, undo exact, locks public.item SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.item IN SHARE ROW EXCLUSIVE MODE;

-- step 55: contract, undo exact
CREATE TABLE plumb_archive_1.of_size_3 AS SELECT id, size FROM public.item WHERE size IS NOT NULL;

-- step 56: contract, undo exact
ALTER TABLE plumb_archive_1.of_size_3 ADD PRIMARY KEY (id);

-- step 57: contract, undo exact with archive, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP COLUMN size;

-- step 58: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item RENAME COLUMN plumb_new_2bf6d286 TO size;

-- step 59: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP COLUMN visits;

-- step 60: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item RENAME COLUMN plumb_new_ec5993ce TO visits;

COMMIT;
