-- Plan: 0 to add, 2 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 2: expand, undo exact
DROP FUNCTION public.f(integer,integer);

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.f(first integer, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT first + b$function$;

-- step 4: expand, undo exact
CREATE VIEW public.v AS
 SELECT public.f(1, 2) AS x;

-- step 5: expand, undo exact
DROP FUNCTION public.out_of(integer);

-- step 6: expand, undo exact
CREATE OR REPLACE FUNCTION public.out_of(a integer, OUT x integer, OUT y integer, OUT z integer)
 RETURNS record
 LANGUAGE sql
AS $function$SELECT a, a, a$function$;

COMMIT;
