-- Plan: 4 to add, 0 to change, 4 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.difference(integer, integer)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$SELECT ($1 - $2)::double precision$function$;

-- step 2: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.t DROP COLUMN b;

-- step 3: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.t DROP COLUMN c;

-- step 4: contract, undo exact
DROP TYPE public.going CASCADE;

-- step 5: expand, undo exact
CREATE TYPE public.coming;

-- step 6: expand, undo exact
CREATE OR REPLACE FUNCTION public.coming_canonical(public.coming)
 RETURNS public.coming
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4range_canonical$function$;

-- step 7: expand, undo exact
CREATE TYPE public.coming AS RANGE (SUBTYPE = integer, CANONICAL = public.coming_canonical, SUBTYPE_DIFF = public.difference);

-- step 8: expand, undo exact
CREATE TABLE public.u (
    a public.coming
);

COMMIT;
