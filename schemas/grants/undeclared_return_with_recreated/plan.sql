-- Plan: 0 to add, 2 to change, 0 to drop, 5 to rebuild.
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
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;

-- step 3: expand, undo exact
ALTER VIEW public.v OWNER TO shop_owner;

-- step 4: expand, undo exact
GRANT SELECT (a) ON TABLE public.v TO shop_app;

-- step 5: expand, undo exact
GRANT SELECT ON TABLE public.v TO shop_reader;

-- step 6: expand, undo exact
DROP FUNCTION public.f(integer);

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- step 8: expand, undo exact
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

-- step 9: expand, undo exact
GRANT EXECUTE ON FUNCTION public.f(integer) TO shop_app;

COMMIT;
