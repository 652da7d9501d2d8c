-- Plan: 0 to add, 5 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.c ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.c ALTER ATTRIBUTE a TYPE bigint;

-- step 2: expand, undo exact, locks public.c ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.c DROP ATTRIBUTE b;

-- step 3: expand, undo exact, locks public.c ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.c ALTER ATTRIBUTE c TYPE character varying(20) COLLATE "C";

-- step 4: expand, undo exact, locks public.c ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.c ALTER ATTRIBUTE d TYPE text COLLATE "POSIX";

-- step 5: expand, undo exact, locks public.c ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.c ADD ATTRIBUTE e date;

-- step 6: expand, undo exact, locks public.c ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.c ADD ATTRIBUTE f numeric(5,2)[];

-- step 7: expand, undo exact, locks public.empty ACCESS EXCLUSIVE
ALTER TYPE public.empty ADD ATTRIBUTE a integer;

-- step 8: expand, undo exact, locks public.filled ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.filled DROP ATTRIBUTE a;

-- step 9: expand, undo exact, locks public.outer_type ACCESS EXCLUSIVE
ALTER TYPE public.outer_type ALTER ATTRIBUTE x TYPE text;

-- step 10: expand, undo exact
CREATE OR REPLACE FUNCTION public.f(public.c)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT $1.a::integer$function$;

COMMIT;
