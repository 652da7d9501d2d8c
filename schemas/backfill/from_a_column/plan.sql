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

COMMIT;

BEGIN;

-- step 2: migrate, undo exact, locks public.users ROW EXCLUSIVE
UPDATE public.users SET last_login = (created_at) WHERE last_login IS NULL AND (created_at) IS NOT NULL;

COMMIT;

BEGIN;

-- step 3: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE ONLY public.users ALTER COLUMN last_login SET DEFAULT now();

-- step 4: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE public.users ADD CONSTRAINT plumb_not_null CHECK (last_login IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.users ROW EXCLUSIVE
UPDATE public.users SET last_login = (created_at) WHERE last_login IS NULL AND (created_at) IS NOT NULL;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.users SHARE UPDATE EXCLUSIVE
ALTER TABLE public.users VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN last_login SET NOT NULL;

-- step 8: contract, undo exact, locks public.users ACCESS EXCLUSIVE
ALTER TABLE public.users DROP CONSTRAINT plumb_not_null;

COMMIT;
