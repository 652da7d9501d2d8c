-- Plan: 1 to add, 5 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.land ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.land RENAME COLUMN kode TO code;

-- step 2: contract, undo exact, locks public.land ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.land RENAME COLUMN titel TO name;

-- step 3: contract, undo exact, locks public.land ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.land RENAME TO country;

-- step 4: contract, undo exact, locks public.country ACCESS EXCLUSIVE
ALTER TABLE public.country RENAME CONSTRAINT land_pkey TO country_pkey;

-- step 5: contract, undo exact, locks public.country ROW EXCLUSIVE
UPDATE public.country SET name = 'France' WHERE code = 'fr';

-- step 6: contract, undo exact, locks public.country ROW EXCLUSIVE
INSERT INTO public.country (code, name) VALUES ('it', 'Italy');

COMMIT;
