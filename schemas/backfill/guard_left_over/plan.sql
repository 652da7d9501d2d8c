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

COMMIT;

BEGIN;

-- step 2: migrate, undo lossy, locks public.item ROW EXCLUSIVE
UPDATE public.item SET doubled = (price * 2) WHERE doubled IS NULL AND (price * 2) IS NOT NULL;

COMMIT;

BEGIN;

-- step 3: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD CONSTRAINT plumb_not_null CHECK (doubled IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 4: contract, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET doubled = (price * 2) WHERE doubled IS NULL AND (price * 2) IS NOT NULL;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.item SHARE UPDATE EXCLUSIVE
ALTER TABLE public.item VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ALTER COLUMN doubled SET NOT NULL;

-- step 7: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT plumb_not_null;

COMMIT;
