-- Plan: 4 to add, 1 to change, 0 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
DROP TYPE public.pair CASCADE;

-- step 2: expand, undo exact
CREATE TYPE public.pair;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.pair_in(cstring)
 RETURNS public.pair
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_in$function$;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.pair_out(public.pair)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_out$function$;

-- step 5: expand, undo exact
CREATE TYPE public.pair (INPUT = public.pair_in, OUTPUT = public.pair_out, INTERNALLENGTH = 16, ALIGNMENT = double, STORAGE = plain);

-- step 6: expand, undo exact
CREATE TYPE public.twin;

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.twin_in(cstring)
 RETURNS public.twin
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_in$function$;

-- step 8: expand, undo exact
CREATE OR REPLACE FUNCTION public.twin_out(public.twin)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_out$function$;

-- step 9: expand, undo exact
CREATE TYPE public.twin (INPUT = public.twin_in, OUTPUT = public.twin_out, INTERNALLENGTH = 16, ALIGNMENT = double, ELEMENT = double precision, SUBSCRIPT = raw_array_subscript_handler, STORAGE = plain);

-- step 10: expand, undo exact
CREATE VIEW public.v AS
 SELECT ('(1,2)'::public.twin)[0] AS first;

COMMIT;
