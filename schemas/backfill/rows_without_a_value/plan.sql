-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD COLUMN label text;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_label_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT NEW.label IS NULL THEN RETURN NEW; END IF;
    ELSIF ROW(NEW.code)::record *= ROW(OLD.code) OR ROW(NEW.label)::record *<> ROW(OLD.label) THEN
        RETURN NEW;
    END IF;
    NEW.label := NULL;
    NEW.label := (SELECT (code) FROM (SELECT NEW.code) AS item);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.item SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1 BEFORE INSERT OR UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION plumb_sync_1.of_label_1();

COMMIT;

BEGIN;

-- step 5: migrate, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET label = (code) WHERE label IS NULL AND (code) IS NOT NULL;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD CONSTRAINT plumb_not_null CHECK (label IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET label = (code) WHERE label IS NULL AND (code) IS NOT NULL;

COMMIT;

BEGIN;

-- step 8: contract, undo exact, locks public.item SHARE UPDATE EXCLUSIVE
ALTER TABLE public.item VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ALTER COLUMN label SET NOT NULL;

-- step 10: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT plumb_not_null;

-- step 11: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1 ON public.item;

-- step 12: contract, undo exact
DROP FUNCTION plumb_sync_1.of_label_1();

-- step 13: contract, undo exact
DROP SCHEMA plumb_sync_1;

COMMIT;
