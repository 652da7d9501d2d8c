-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo lossy, locks public.item ROW EXCLUSIVE
UPDATE public.item SET label = ('item ' || id) WHERE label IS NULL AND ('item ' || id) IS NOT NULL;

COMMIT;

BEGIN;

-- step 2: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD CONSTRAINT plumb_not_null CHECK (label IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 3: contract, undo exact, locks public.item ROW EXCLUSIVE
UPDATE public.item SET label = ('item ' || id) WHERE label IS NULL AND ('item ' || id) IS NOT NULL;

COMMIT;

BEGIN;

-- step 4: contract, undo exact, locks public.item SHARE UPDATE EXCLUSIVE
ALTER TABLE public.item VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ALTER COLUMN label SET NOT NULL;

-- step 6: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT plumb_not_null;

COMMIT;
