-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD COLUMN doubled double precision;

COMMIT;

BEGIN;

-- step 2: migrate, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET doubled = (value * 2) WHERE doubled IS NULL AND (value * 2) IS NOT NULL;

COMMIT;

BEGIN;

-- step 3: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ADD CONSTRAINT plumb_not_null CHECK (doubled IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 4: contract, undo exact, locks public.reading ROW EXCLUSIVE
UPDATE public.reading SET doubled = (value * 2) WHERE doubled IS NULL AND (value * 2) IS NOT NULL;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.reading SHARE UPDATE EXCLUSIVE
ALTER TABLE public.reading VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading ALTER COLUMN doubled SET NOT NULL;

-- step 7: contract, undo exact, locks public.reading ACCESS EXCLUSIVE
ALTER TABLE public.reading DROP CONSTRAINT plumb_not_null;

COMMIT;
