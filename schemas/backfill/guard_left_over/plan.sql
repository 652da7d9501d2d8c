-- Plan: 0 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT plumb_not_null;

-- step 2: migrate, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 3: migrate, undo exact
CREATE TABLE plumb_archive_1.of_doubled_1 AS SELECT id, NULL::text AS plumb_old, NULL::text AS plumb_new FROM public.item WITH NO DATA;

-- step 4: migrate, undo exact
ALTER TABLE plumb_archive_1.of_doubled_1 ADD PRIMARY KEY (id);

COMMIT;

BEGIN;

-- step 5: migrate, undo exact with archive, locks public.item ROW EXCLUSIVE
WITH filled AS (UPDATE public.item SET doubled = (price * 2) WHERE doubled IS NULL AND (price * 2) IS NOT NULL RETURNING id, NULL, doubled::text) INSERT INTO plumb_archive_1.of_doubled_1 SELECT * FROM filled ON CONFLICT (id) DO UPDATE SET plumb_new = excluded.plumb_new;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD CONSTRAINT plumb_not_null CHECK (doubled IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 7: contract, undo exact with archive, locks public.item ROW EXCLUSIVE
WITH filled AS (UPDATE public.item SET doubled = (price * 2) WHERE doubled IS NULL AND (price * 2) IS NOT NULL RETURNING id, NULL, doubled::text) INSERT INTO plumb_archive_1.of_doubled_1 SELECT * FROM filled ON CONFLICT (id) DO UPDATE SET plumb_new = excluded.plumb_new;

COMMIT;

BEGIN;

-- step 8: contract, undo exact, locks public.item SHARE UPDATE EXCLUSIVE
ALTER TABLE public.item VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ALTER COLUMN doubled SET NOT NULL;

-- step 10: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT plumb_not_null;

COMMIT;
