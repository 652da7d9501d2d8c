-- Plan: 2 to add, 0 to change, 0 to drop.
-- Intent: Know when each user was last seen
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE public.users ADD COLUMN last_login timestamp with time zone;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_last_login_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.last_login := NULL;
    NEW.last_login := (SELECT (created_at) FROM (SELECT NEW.created_at) AS users);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.users SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.users FOR EACH ROW
WHEN (NEW.last_login IS NULL) EXECUTE FUNCTION plumb_sync_1.of_last_login_1();

-- step 5: expand, undo exact, locks public.users SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.users FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.created_at), ROW(OLD.created_at))
AND pg_catalog.record_image_eq(ROW(NEW.last_login), ROW(OLD.last_login))) EXECUTE FUNCTION plumb_sync_1.of_last_login_1();

COMMIT;

BEGIN;

-- step 6: migrate, undo exact, locks public.users ROW EXCLUSIVE
UPDATE public.users SET last_login = (created_at) WHERE last_login IS NULL AND (created_at) IS NOT NULL;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE ONLY public.users ALTER COLUMN last_login SET DEFAULT now();

-- step 8: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE public.users ADD CONSTRAINT plumb_not_null CHECK (last_login IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.users ROW EXCLUSIVE
UPDATE public.users SET last_login = (created_at) WHERE last_login IS NULL AND (created_at) IS NOT NULL;

COMMIT;

BEGIN;

-- step 10: contract, undo exact, locks public.users SHARE UPDATE EXCLUSIVE
ALTER TABLE public.users VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 11: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN last_login SET NOT NULL;

-- step 12: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE public.users DROP CONSTRAINT plumb_not_null;

-- step 13: contract, undo exact, locks public.users ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.users;

-- step 14: contract, undo exact, locks public.users ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.users;

-- step 15: contract, undo exact
DROP FUNCTION plumb_sync_1.of_last_login_1();

-- step 16: contract, undo exact
DROP SCHEMA plumb_sync_1;

COMMIT;
