-- Plan: 1 to add, 5 to change, 1 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.f(a integer, OUT b integer, OUT c text)
 RETURNS SETOF record
 LANGUAGE sql
 COST 50 ROWS 500
 SET search_path TO 'public'
 SET "DateStyle" TO 'ISO, MDY'
AS $function$SELECT a, 'x'$function$;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.g(VARIADIC a integer[] DEFAULT '{1}'::integer[])
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a[1]$function$;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.h(a integer)
 RETURNS TABLE(x integer, y text)
 LANGUAGE sql
 PARALLEL RESTRICTED
AS $function$SELECT a, 'x'$function$;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.i(a anyelement, INOUT b anyarray, c integer DEFAULT 0)
 RETURNS anyarray
 LANGUAGE sql
AS $function$SELECT b || a$function$;

-- step 5: expand, undo exact
CREATE OR REPLACE PROCEDURE public.q(VARIADIC a integer[])
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $procedure$BEGIN NULL; END$procedure$;

-- step 6: contract, undo exact, breaks_queries
DROP FUNCTION public.i(anyelement,anyarray);

-- step 7: expand, undo exact
DROP PROCEDURE public.p(IN integer,INOUT text);

-- step 8: expand, undo exact
CREATE OR REPLACE PROCEDURE public.p(IN a integer, INOUT b text)
 LANGUAGE plpgsql
AS $procedure$BEGIN b := b || a; END$procedure$;

-- step 9: expand, undo exact
GRANT EXECUTE ON PROCEDURE public.p(IN integer,INOUT text) TO shop_app;

-- step 10: expand, undo exact
COMMENT ON PROCEDURE public.p(IN integer,INOUT text) IS 'said of it';

COMMIT;
