-- Plan: 6 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement ADD COLUMN tax integer;

COMMIT;

BEGIN;

-- step 2: migrate, undo exact, locks public.movement ROW EXCLUSIVE
UPDATE public.movement SET tax = (amount * 19 / 100) WHERE tax IS NULL AND (amount * 19 / 100) IS NOT NULL;

COMMIT;

BEGIN;

-- step 3: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE ONLY public.movement ALTER COLUMN tax SET DEFAULT 0;

-- step 4: contract, undo exact, locks public.movement_2025 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.movement_2025 ALTER COLUMN tax SET DEFAULT 0;

-- step 5: contract, undo exact, locks public.movement_2026 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.movement_2026 ALTER COLUMN tax SET DEFAULT 0;

-- step 6: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement ADD CONSTRAINT plumb_not_null CHECK (tax IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.movement ROW EXCLUSIVE
UPDATE public.movement SET tax = (amount * 19 / 100) WHERE tax IS NULL AND (amount * 19 / 100) IS NOT NULL;

COMMIT;

BEGIN;

-- step 8: contract, undo exact, locks public.movement SHARE UPDATE EXCLUSIVE
ALTER TABLE public.movement VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 9: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement ALTER COLUMN tax SET NOT NULL;

-- step 10: contract, undo exact, locks public.movement ACCESS EXCLUSIVE
ALTER TABLE public.movement DROP CONSTRAINT plumb_not_null;

COMMIT;
