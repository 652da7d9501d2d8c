-- Plan: 3 to add, 1 to change, 1 to drop.
-- Proven: both

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

-- step 3: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 4: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_first_name_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT NEW.first_name IS NULL THEN RETURN NEW; END IF;
    ELSIF ROW(NEW.full_name)::record *= ROW(OLD.full_name) OR ROW(NEW.first_name)::record *<> ROW(OLD.first_name) THEN
        RETURN NEW;
    END IF;
    NEW.first_name := NULL;
    NEW.first_name := (SELECT (split_part(full_name, ' ', 1)) FROM (SELECT NEW.full_name) AS person);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 5: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1 BEFORE INSERT OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION plumb_sync_1.of_first_name_1();

-- step 6: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_last_name_2() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT NEW.last_name IS NULL THEN RETURN NEW; END IF;
    ELSIF ROW(NEW.full_name)::record *= ROW(OLD.full_name) OR ROW(NEW.last_name)::record *<> ROW(OLD.last_name) THEN
        RETURN NEW;
    END IF;
    NEW.last_name := NULL;
    NEW.last_name := (SELECT (substr(full_name, strpos(full_name || ' ', ' ') + 1)) FROM (SELECT NEW.full_name) AS person);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 7: expand, undo exact, locks public.person SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_2 BEFORE INSERT OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION plumb_sync_1.of_last_name_2();

COMMIT;

BEGIN;

-- step 8: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 9: migrate, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (substr(full_name, strpos(full_name || ' ', ' ') + 1)) WHERE last_name IS NULL AND (substr(full_name, strpos(full_name || ' ', ' ') + 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 10: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE ONLY public.person ALTER COLUMN last_name SET DEFAULT ''::text;

-- step 11: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (first_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 12: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET first_name = (split_part(full_name, ' ', 1)) WHERE first_name IS NULL AND (split_part(full_name, ' ', 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 13: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 14: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN first_name SET NOT NULL;

-- step 15: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 16: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD CONSTRAINT plumb_not_null CHECK (last_name IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 17: contract, undo exact, locks public.person ROW EXCLUSIVE
UPDATE public.person SET last_name = (substr(full_name, strpos(full_name || ' ', ' ') + 1)) WHERE last_name IS NULL AND (substr(full_name, strpos(full_name || ' ', ' ') + 1)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 18: contract, undo exact, locks public.person SHARE UPDATE EXCLUSIVE
ALTER TABLE public.person VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 19: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ALTER COLUMN last_name SET NOT NULL;

-- step 20: contract, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person DROP CONSTRAINT plumb_not_null;

-- step 21: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1 ON public.person;

-- step 22: contract, undo exact
DROP FUNCTION plumb_sync_1.of_first_name_1();

-- step 23: contract, undo exact, locks public.person ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_2 ON public.person;

-- step 24: contract, undo exact
DROP FUNCTION plumb_sync_1.of_last_name_2();

-- step 25: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 26: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 27: contract, undo exact, locks public.people ACCESS EXCLUSIVE
CREATE OR REPLACE VIEW public.people AS
 SELECT person.id,
    ((person.first_name || ' '::text) || person.last_name) AS full_name
   FROM public.person;

-- step 28: contract, undo exact, locks public.person SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.person IN SHARE ROW EXCLUSIVE MODE;

-- step 29: contract, undo exact
CREATE TABLE plumb_archive_1.of_full_name_1 AS SELECT id, full_name FROM public.person WHERE full_name IS NOT NULL;

-- step 30: contract, undo exact
ALTER TABLE plumb_archive_1.of_full_name_1 ADD PRIMARY KEY (id);

-- step 31: contract, undo exact with archive, locks public.person ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.person DROP COLUMN full_name;

COMMIT;
