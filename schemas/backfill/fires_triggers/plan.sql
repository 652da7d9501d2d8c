-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both
-- Warning: rows of public.doc are updated, which fires trigger touch ON public.doc: undo does not take back what these do
-- Warning: rows of public.memo are updated, which fires trigger touch ON public.memo: undo does not take back what these do

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
    NEW.size := NULL;
    NEW.size := (SELECT (length(body)) FROM (SELECT NEW.body) AS doc);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.doc SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.doc FOR EACH ROW
WHEN (NEW.size IS NULL) EXECUTE FUNCTION plumb_sync_1.of_size_1();

-- step 5: expand, undo exact, locks public.doc SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.doc FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.body), ROW(OLD.body))
AND pg_catalog.record_image_eq(ROW(NEW.size), ROW(OLD.size))) EXECUTE FUNCTION plumb_sync_1.of_size_1();

-- step 6: migrate, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 7: migrate, undo exact
CREATE TABLE plumb_archive_1.of_body_1 AS SELECT id, NULL::text AS plumb_old, NULL::text AS plumb_new FROM public.memo WITH NO DATA;

-- step 8: migrate, undo exact
ALTER TABLE plumb_archive_1.of_body_1 ADD PRIMARY KEY (id);

COMMIT;

BEGIN;

-- step 9: migrate, undo lossy, locks public.doc ROW EXCLUSIVE, fires_triggers
UPDATE public.doc SET size = (length(body)) WHERE size IS NULL AND (length(body)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 10: migrate, undo lossy, locks public.memo ROW EXCLUSIVE, fires_triggers
WITH filled AS (UPDATE public.memo SET body = ('nothing') WHERE body IS NULL AND ('nothing') IS NOT NULL RETURNING id, NULL, body::text) INSERT INTO plumb_archive_1.of_body_1 SELECT * FROM filled ON CONFLICT (id) DO UPDATE SET plumb_new = excluded.plumb_new;

COMMIT;

BEGIN;

-- step 11: contract, undo exact, locks public.memo ACCESS EXCLUSIVE
ALTER TABLE public.memo ADD CONSTRAINT plumb_not_null CHECK (body IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 12: contract, undo lossy, locks public.memo ROW EXCLUSIVE, fires_triggers
WITH filled AS (UPDATE public.memo SET body = ('nothing') WHERE body IS NULL AND ('nothing') IS NOT NULL RETURNING id, NULL, body::text) INSERT INTO plumb_archive_1.of_body_1 SELECT * FROM filled ON CONFLICT (id) DO UPDATE SET plumb_new = excluded.plumb_new;

COMMIT;

BEGIN;

-- step 13: contract, undo exact, locks public.memo SHARE UPDATE EXCLUSIVE
ALTER TABLE public.memo VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 14: contract, undo exact, locks public.memo ACCESS EXCLUSIVE
ALTER TABLE public.memo ALTER COLUMN body SET NOT NULL;

-- step 15: contract, undo exact, locks public.memo ACCESS EXCLUSIVE
ALTER TABLE public.memo DROP CONSTRAINT plumb_not_null;

-- step 16: contract, undo exact, locks public.doc ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.doc;

-- step 17: contract, undo exact, locks public.doc ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.doc;

-- step 18: contract, undo exact
DROP FUNCTION plumb_sync_1.of_size_1();

-- step 19: contract, undo exact
DROP SCHEMA plumb_sync_1;

COMMIT;
