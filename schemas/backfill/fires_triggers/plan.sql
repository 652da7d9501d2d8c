-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE public.doc ADD COLUMN size integer;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_size_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT NEW.size IS NULL THEN RETURN NEW; END IF;
    ELSIF ROW(NEW.body)::record *= ROW(OLD.body) OR ROW(NEW.size)::record *<> ROW(OLD.size) THEN
        RETURN NEW;
    END IF;
    NEW.size := NULL;
    NEW.size := (SELECT (length(body)) FROM (SELECT NEW.body) AS doc);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.doc SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1 BEFORE INSERT OR UPDATE ON public.doc FOR EACH ROW EXECUTE FUNCTION plumb_sync_1.of_size_1();

COMMIT;

BEGIN;

-- step 5: migrate, undo lossy, locks public.doc ROW EXCLUSIVE, fires_triggers
UPDATE public.doc SET size = (length(body)) WHERE size IS NULL AND (length(body)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.doc ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1 ON public.doc;

-- step 7: contract, undo exact
DROP FUNCTION plumb_sync_1.of_size_1();

-- step 8: contract, undo exact
DROP SCHEMA plumb_sync_1;

COMMIT;
