-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD COLUMN day date;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_day_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.day := NULL;
    NEW.day := (SELECT (at::date) FROM (SELECT NEW.at) AS visit);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.visit FOR EACH ROW
WHEN (NEW.day IS NULL) EXECUTE FUNCTION plumb_sync_1.of_day_1();

-- step 5: expand, undo exact, locks public.visit SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.visit FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.at), ROW(OLD.at))
AND pg_catalog.record_image_eq(ROW(NEW.day), ROW(OLD.day))) EXECUTE FUNCTION plumb_sync_1.of_day_1();

-- step 6: migrate, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 7: migrate, undo exact
CREATE TABLE plumb_archive_1.of_label_1 AS SELECT NULL::oid AS plumb_part, NULL::tid AS plumb_place, page, at, score::text, NULL::text AS plumb_old, NULL::text AS plumb_new FROM public.visit WITH NO DATA;

-- step 8: migrate, undo exact
CREATE TABLE plumb_archive_1.of_word_2 AS SELECT NULL::oid AS plumb_part, NULL::tid AS plumb_place, NULL::text AS plumb_old, NULL::text AS plumb_new FROM public.single WITH NO DATA;

COMMIT;

BEGIN;

-- step 9: migrate, undo exact with archive, locks public.visit ROW EXCLUSIVE
WITH filled AS (UPDATE public.visit SET label = (coalesce(page, 'none') || (random() * 9)::integer) WHERE label IS NULL AND (coalesce(page, 'none') || (random() * 9)::integer) IS NOT NULL RETURNING NULL::oid, NULL::tid, page, at, score::text, NULL, label::text) INSERT INTO plumb_archive_1.of_label_1 SELECT * FROM filled;

COMMIT;

BEGIN;

-- step 10: migrate, undo exact, locks public.visit ROW EXCLUSIVE
UPDATE public.visit SET day = (at::date) WHERE day IS NULL AND (at::date) IS NOT NULL;

COMMIT;

BEGIN;

-- step 11: migrate, undo exact with archive, locks public.single ROW EXCLUSIVE
WITH filled AS (UPDATE public.single SET word = ('word') WHERE word IS NULL AND ('word') IS NOT NULL RETURNING NULL::oid, NULL::tid, NULL, word::text) INSERT INTO plumb_archive_1.of_word_2 SELECT * FROM filled;

COMMIT;

BEGIN;

-- step 12: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ADD CONSTRAINT plumb_not_null CHECK (label IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 13: contract, undo exact with archive, locks public.visit ROW EXCLUSIVE
WITH filled AS (UPDATE public.visit SET label = (coalesce(page, 'none') || (random() * 9)::integer) WHERE label IS NULL AND (coalesce(page, 'none') || (random() * 9)::integer) IS NOT NULL RETURNING NULL::oid, NULL::tid, page, at, score::text, NULL, label::text) INSERT INTO plumb_archive_1.of_label_1 SELECT * FROM filled;

COMMIT;

BEGIN;

-- step 14: contract, undo exact, locks public.visit SHARE UPDATE EXCLUSIVE
ALTER TABLE public.visit VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 15: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit ALTER COLUMN label SET NOT NULL;

-- step 16: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
ALTER TABLE public.visit DROP CONSTRAINT plumb_not_null;

-- step 17: contract, undo exact, locks public.single ACCESS EXCLUSIVE
ALTER TABLE public.single ADD CONSTRAINT plumb_not_null CHECK (word IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 18: contract, undo exact with archive, locks public.single ROW EXCLUSIVE
WITH filled AS (UPDATE public.single SET word = ('word') WHERE word IS NULL AND ('word') IS NOT NULL RETURNING NULL::oid, NULL::tid, NULL, word::text) INSERT INTO plumb_archive_1.of_word_2 SELECT * FROM filled;

COMMIT;

BEGIN;

-- step 19: contract, undo exact, locks public.single SHARE UPDATE EXCLUSIVE
ALTER TABLE public.single VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 20: contract, undo exact, locks public.single ACCESS EXCLUSIVE
ALTER TABLE public.single ALTER COLUMN word SET NOT NULL;

-- step 21: contract, undo exact, locks public.single ACCESS EXCLUSIVE
ALTER TABLE public.single DROP CONSTRAINT plumb_not_null;

-- step 22: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.visit;

-- step 23: contract, undo exact, locks public.visit ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.visit;

-- step 24: contract, undo exact
DROP FUNCTION plumb_sync_1.of_day_1();

-- step 25: contract, undo exact
DROP SCHEMA plumb_sync_1;

COMMIT;
