-- Plan: 0 to add, 5 to change, 0 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD COLUMN plumb_new_c0dfd22d bigint;

-- step 2: expand, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD COLUMN plumb_new_418f344c bigint;

-- step 3: expand, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD COLUMN plumb_new_91801234 numeric;

-- step 4: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 5: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_c0dfd22d_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_c0dfd22d := NULL;
    NEW.plumb_new_c0dfd22d := (SELECT (counter) FROM (SELECT NEW.counter) AS event);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 6: expand, undo exact, locks public.event SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.event FOR EACH ROW
WHEN (NEW.plumb_new_c0dfd22d IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_c0dfd22d_1();

-- step 7: expand, undo exact, locks public.event SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.event FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.counter), ROW(OLD.counter))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_c0dfd22d), ROW(OLD.plumb_new_c0dfd22d))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_c0dfd22d_1();

-- step 8: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_418f344c_2() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_418f344c := NULL;
    NEW.plumb_new_418f344c := (SELECT (visits) FROM (SELECT NEW.visits) AS event);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 9: expand, undo exact, locks public.event SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_insert BEFORE INSERT ON public.event FOR EACH ROW
WHEN (NEW.plumb_new_418f344c IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_418f344c_2();

-- step 10: expand, undo exact, locks public.event SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2_update BEFORE UPDATE ON public.event FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.visits), ROW(OLD.visits))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_418f344c), ROW(OLD.plumb_new_418f344c))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_418f344c_2();

-- step 11: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_plumb_new_91801234_3() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.plumb_new_91801234 := NULL;
    NEW.plumb_new_91801234 := (SELECT (event."Odd ""one"""::numeric) FROM (SELECT NEW."Odd ""one""") AS event);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 12: expand, undo exact, locks public.event SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_insert BEFORE INSERT ON public.event FOR EACH ROW
WHEN (NEW.plumb_new_91801234 IS NULL) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_91801234_3();

-- step 13: expand, undo exact, locks public.event SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_3_update BEFORE UPDATE ON public.event FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW."Odd ""one"""), ROW(OLD."Odd ""one"""))
AND pg_catalog.record_image_eq(ROW(NEW.plumb_new_91801234), ROW(OLD.plumb_new_91801234))) EXECUTE FUNCTION plumb_sync_1.of_plumb_new_91801234_3();

COMMIT;

BEGIN;

-- step 14: migrate, undo exact, locks public.event ROW EXCLUSIVE
UPDATE public.event SET plumb_new_c0dfd22d = (counter) WHERE plumb_new_c0dfd22d IS NULL AND (counter) IS NOT NULL;

COMMIT;

BEGIN;

-- step 15: migrate, undo exact, locks public.event ROW EXCLUSIVE
UPDATE public.event SET plumb_new_418f344c = (visits) WHERE plumb_new_418f344c IS NULL AND (visits) IS NOT NULL;

COMMIT;

BEGIN;

-- step 16: migrate, undo exact, locks public.event ROW EXCLUSIVE
UPDATE public.event SET plumb_new_91801234 = (event."Odd ""one"""::numeric) WHERE plumb_new_91801234 IS NULL AND (event."Odd ""one"""::numeric) IS NOT NULL;

COMMIT;

BEGIN;

-- step 17: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD CONSTRAINT plumb_not_null CHECK (plumb_new_c0dfd22d IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 18: contract, undo exact, locks public.event ROW EXCLUSIVE
UPDATE public.event SET plumb_new_c0dfd22d = (counter) WHERE plumb_new_c0dfd22d IS NULL AND (counter) IS NOT NULL;

COMMIT;

BEGIN;

-- step 19: contract, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 20: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ALTER COLUMN plumb_new_c0dfd22d SET NOT NULL;

-- step 21: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event DROP CONSTRAINT plumb_not_null;

-- step 22: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD CONSTRAINT plumb_not_null CHECK (plumb_new_418f344c IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 23: contract, undo exact, locks public.event ROW EXCLUSIVE
UPDATE public.event SET plumb_new_418f344c = (visits) WHERE plumb_new_418f344c IS NULL AND (visits) IS NOT NULL;

COMMIT;

BEGIN;

-- step 24: contract, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 25: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ALTER COLUMN plumb_new_418f344c SET NOT NULL;

-- step 26: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event DROP CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 27: contract, undo exact, locks public.event ROW EXCLUSIVE
UPDATE public.event SET plumb_new_91801234 = (event."Odd ""one"""::numeric) WHERE plumb_new_91801234 IS NULL AND (event."Odd ""one"""::numeric) IS NOT NULL;

COMMIT;

BEGIN;

-- step 28: contract, undo exact, locks public.event ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.event;

-- step 29: contract, undo exact, locks public.event ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.event;

-- step 30: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_c0dfd22d_1();

-- step 31: contract, undo exact, locks public.event ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_insert ON public.event;

-- step 32: contract, undo exact, locks public.event ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2_update ON public.event;

-- step 33: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_418f344c_2();

-- step 34: contract, undo exact, locks public.event ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_insert ON public.event;

-- step 35: contract, undo exact, locks public.event ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_3_update ON public.event;

-- step 36: contract, undo exact
DROP FUNCTION plumb_sync_1.of_plumb_new_91801234_3();

-- step 37: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 38: contract, undo exact
COMMENT ON COLUMN public.event.visits IS NULL;

-- step 39: contract, undo exact, locks public.visits ACCESS EXCLUSIVE, breaks_queries
DROP VIEW public.visits;

-- step 40: contract, undo exact
ALTER SEQUENCE public.event_counter_seq OWNED BY NONE;

-- step 41: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE ONLY public.event ALTER COLUMN counter DROP DEFAULT;

-- step 42: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE ONLY public.event ALTER COLUMN visits DROP DEFAULT;

-- step 43: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event DROP COLUMN counter;

-- step 44: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event RENAME COLUMN plumb_new_c0dfd22d TO counter;

-- step 45: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event DROP COLUMN visits;

-- step 46: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event RENAME COLUMN plumb_new_418f344c TO visits;

-- step 47: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event DROP COLUMN "Odd ""one""";

-- step 48: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event RENAME COLUMN plumb_new_91801234 TO "Odd ""one""";

-- step 49: contract, undo exact, locks public.event_counter_seq ACCESS EXCLUSIVE
ALTER SEQUENCE public.event_counter_seq AS bigint;

-- step 50: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE ONLY public.event ALTER COLUMN counter SET DEFAULT nextval('public.event_counter_seq'::regclass);

-- step 51: contract, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE ONLY public.event ALTER COLUMN visits SET DEFAULT 1;

-- step 52: contract, undo exact
ALTER SEQUENCE public.event_counter_seq OWNED BY public.event.counter;

-- step 53: contract, undo exact
CREATE VIEW public.visits AS
 SELECT event.id,
    (event.visits + event.counter) AS visits
   FROM public.event;

-- step 54: contract, undo exact
COMMENT ON COLUMN public.event.visits IS 'How often';

COMMIT;
