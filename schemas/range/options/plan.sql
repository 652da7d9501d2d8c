-- Plan: 0 to add, 2 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
DROP FUNCTION public.width(public.of_floats);

-- step 2: contract, undo exact
DROP TYPE public.going;

-- step 3: expand, undo exact
DROP TYPE public.changed;

-- step 4: expand, undo exact
CREATE TYPE public.changed AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = public.down, COLLATION = "C");

-- step 5: expand, undo exact
DROP TYPE public.of_floats;

-- step 6: expand, undo exact
CREATE TYPE public.of_floats AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = public.difference);

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.width(public.of_floats)
 RETURNS double precision
 LANGUAGE sql
AS $function$SELECT upper($1) - lower($1)$function$;

COMMIT;
