-- Plan: 1 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.point3 ACCESS EXCLUSIVE
ALTER TYPE public.point3 ADD ATTRIBUTE z integer;

-- step 2: expand, undo exact, locks public.unused ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.unused ALTER ATTRIBUTE a TYPE bigint;

-- step 3: expand, undo exact, locks public.unused ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.unused DROP ATTRIBUTE b;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.origin()
 RETURNS public.point3
 LANGUAGE sql
AS $function$SELECT 0, 0, 0$function$;

-- step 5: expand, undo exact
COMMENT ON COLUMN public.point3.z IS 'Height';

COMMIT;
