-- Plan: 4 to add, 0 to change, 4 to drop.
-- Proven: both
-- Warning: rows that are written after this deployment have no value for public.t.y, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get
-- Warning: new.sql:2:1: sequence public.numbers looks like public.t_id_seq under another name: if it is, write `-- plumb: renamed from t_id_seq` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE public.u ADD COLUMN y text;

-- step 2: expand, undo exact
CREATE SCHEMA plumb_sync_1;

-- step 3: expand, undo exact
CREATE FUNCTION plumb_sync_1.of_y_1() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$
#variable_conflict use_column
BEGIN
    NEW.y := NULL;
    NEW.y := (SELECT (x) FROM (SELECT NEW.x) AS u);
    RETURN NEW;
EXCEPTION WHEN OTHERS THEN
    RETURN NEW;
END $plumb$;

-- step 4: expand, undo exact, locks public.u SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_insert BEFORE INSERT ON public.u FOR EACH ROW
WHEN (NEW.y IS NULL) EXECUTE FUNCTION plumb_sync_1.of_y_1();

-- step 5: expand, undo exact, locks public.u SHARE ROW EXCLUSIVE
CREATE TRIGGER zz_plumb_sync_1_1_update BEFORE UPDATE ON public.u FOR EACH ROW
WHEN (pg_catalog.record_image_ne(ROW(NEW.x), ROW(OLD.x))
AND pg_catalog.record_image_eq(ROW(NEW.y), ROW(OLD.y))) EXECUTE FUNCTION plumb_sync_1.of_y_1();

COMMIT;

BEGIN;

-- step 6: migrate, undo exact, locks public.u ROW EXCLUSIVE
UPDATE public.u SET y = (x) WHERE y IS NULL AND (x) IS NOT NULL;

COMMIT;

BEGIN;

-- step 7: migrate, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN y DROP NOT NULL;

-- step 8: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE public.u ADD CONSTRAINT plumb_not_null CHECK (y IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.u ROW EXCLUSIVE
UPDATE public.u SET y = (x) WHERE y IS NULL AND (x) IS NOT NULL;

COMMIT;

BEGIN;

-- step 10: contract, undo exact, locks public.u SHARE UPDATE EXCLUSIVE
ALTER TABLE public.u VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 11: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE public.u ALTER COLUMN y SET NOT NULL;

-- step 12: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE public.u DROP CONSTRAINT plumb_not_null;

-- step 13: contract, undo exact, locks public.u ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_insert ON public.u;

-- step 14: contract, undo exact, locks public.u ACCESS EXCLUSIVE
DROP TRIGGER zz_plumb_sync_1_1_update ON public.u;

-- step 15: contract, undo exact
DROP FUNCTION plumb_sync_1.of_y_1();

-- step 16: contract, undo exact
DROP SCHEMA plumb_sync_1;

-- step 17: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 18: contract, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT last_value, is_called FROM public.u_id_seq;

-- step 19: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE public.u ALTER COLUMN id DROP IDENTITY;

-- step 20: contract, undo exact
CREATE SEQUENCE public.numbers AS integer;

-- step 21: contract, undo exact
SELECT pg_catalog.setval('public.numbers', last_value, is_called) FROM public.plumb_rows_1;

-- step 22: contract, undo exact
DROP TABLE public.plumb_rows_1;

-- step 23: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE ONLY public.u ALTER COLUMN id SET DEFAULT nextval('public.numbers'::regclass);

-- step 24: contract, undo exact
ALTER SEQUENCE public.numbers OWNED BY public.u.id;

-- step 25: contract, undo exact
SELECT pg_catalog.setval('public.numbers', max(id)) FROM public.u HAVING max(id) >= (SELECT last_value FROM public.numbers);

-- step 26: contract, undo exact, locks public.t SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.t IN SHARE ROW EXCLUSIVE MODE;

-- step 27: contract, undo exact
CREATE TABLE plumb_archive_1.of_y_1 AS SELECT id, y FROM public.t WHERE y IS NOT NULL;

-- step 28: contract, undo exact
ALTER TABLE plumb_archive_1.of_y_1 ADD PRIMARY KEY (id);

-- step 29: contract, undo exact with archive, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t DROP COLUMN y;

-- step 30: contract, undo exact
ALTER SEQUENCE public.t_id_seq OWNED BY NONE;

-- step 31: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id DROP DEFAULT;

-- step 32: contract, undo exact
CREATE TABLE public.plumb_rows_2 AS SELECT last_value, is_called FROM public.t_id_seq;

-- step 33: contract, undo exact, locks public.t_id_seq ACCESS EXCLUSIVE
DROP SEQUENCE public.t_id_seq;

-- step 34: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq1);

-- step 35: contract, undo exact, locks public.t ROW EXCLUSIVE
SELECT pg_catalog.setval('public.t_id_seq1', last_value, is_called) FROM public.plumb_rows_2;

-- step 36: contract, undo exact
DROP TABLE public.plumb_rows_2;

-- step 37: contract, undo exact, locks public.t ACCESS SHARE
SELECT pg_catalog.setval('public.t_id_seq1', max(id)) FROM public.t HAVING max(id) >= (SELECT last_value FROM public.t_id_seq1);

COMMIT;
