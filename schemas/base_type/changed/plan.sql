-- Plan: 9 to add, 2 to change, 9 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER TYPE public.changed SET (RECEIVE = public.changed_receive);

-- step 2: expand, undo exact
ALTER TYPE public.changed SET (SEND = public.changed_send);

-- step 3: expand, undo exact
ALTER TYPE public.changed SET (TYPMOD_IN = public.changed_typmod_in);

-- step 4: expand, undo exact
ALTER TYPE public.changed SET (TYPMOD_OUT = public.changed_typmod_out);

-- step 5: expand, undo exact
ALTER TYPE public.changed SET (ANALYZE = array_typanalyze);

-- step 6: expand, undo exact
ALTER TYPE public.changed SET (STORAGE = extended);

-- step 7: expand, undo exact
ALTER TABLE public.u ALTER COLUMN a SET STORAGE extended;

-- step 8: expand, undo exact
CREATE TYPE public.shell_coming;

-- step 9: expand, undo exact
COMMENT ON TYPE public.shell_coming IS 'new';

-- step 10: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.t DROP COLUMN b;

-- step 11: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.t DROP COLUMN c;

-- step 12: contract, undo exact, breaks_queries
DROP OPERATOR public.< (public.going, public.going);

-- step 13: contract, undo exact, breaks_queries
DROP CAST (public.going AS integer);

-- step 14: contract, undo exact, breaks_queries
DROP FUNCTION public.going_less(public.going,public.going);

-- step 15: contract, undo exact
DROP TYPE public.going CASCADE;

-- step 16: expand, undo exact
DROP TYPE public.hull;

-- step 17: contract, undo exact
DROP TYPE public.shell_going;

-- step 18: expand, undo exact
CREATE TYPE public.coming;

-- step 19: expand, undo exact
CREATE OR REPLACE FUNCTION public.coming_in(cstring)
 RETURNS public.coming
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

-- step 20: expand, undo exact
CREATE OR REPLACE FUNCTION public.coming_out(public.coming)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

-- step 21: expand, undo exact
CREATE TYPE public.coming (INPUT = public.coming_in, OUTPUT = public.coming_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, DEFAULT = '7', DELIMITER = ';', STORAGE = plain);

-- step 22: expand, undo exact
CREATE TYPE public.couple AS (
    a public.coming,
    b public.changed
);

-- step 23: expand, undo exact
CREATE DOMAIN public.small AS public.coming;

-- step 24: expand, undo exact
CREATE TABLE public.v (
    a public.coming[],
    b public.coming DEFAULT '5'::public.coming,
    c public.small,
    d public.couple
);

-- step 25: expand, undo exact
CREATE TYPE public.hull;

-- step 26: expand, undo exact
CREATE OR REPLACE FUNCTION public.hull_in(cstring)
 RETURNS public.hull
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int8in$function$;

-- step 27: expand, undo exact
CREATE OR REPLACE FUNCTION public.hull_out(public.hull)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int8out$function$;

-- step 28: expand, undo exact
CREATE TYPE public.hull (INPUT = public.hull_in, OUTPUT = public.hull_out, INTERNALLENGTH = 8, PASSEDBYVALUE, ALIGNMENT = double, STORAGE = plain);

COMMIT;
