-- Plan: 7 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TYPE public.z_state AS ENUM ('on', 'off');

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.c_low(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT count(*)::int FROM z_table$function$;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.b_middle(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT c_low(n) + a_first(n)$function$;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.a_first(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT CASE WHEN $1 > 3 THEN b_middle($1 - 1) ELSE 1 END$function$;

-- step 5: expand, undo exact
CREATE TABLE public.z_table (
    id integer DEFAULT public.a_first(1),
    state public.z_state
);

-- step 6: expand, undo exact
CREATE OR REPLACE FUNCTION public.d_rows()
 RETURNS SETOF public.z_table
 LANGUAGE sql
AS $function$SELECT * FROM z_table$function$;

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.odd(n integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN n <> 0 AND even(n - 1); END $function$;

-- step 8: expand, undo exact
CREATE OR REPLACE FUNCTION public.even(n integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN n = 0 OR odd(n - 1); END $function$;

COMMIT;
