-- Plan: 3 to add, 0 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.allowed(m integer, at_least integer DEFAULT 0)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$SELECT m > at_least$function$;

-- step 2: expand, undo exact, locks public.member ACCESS EXCLUSIVE, changes_access
DROP POLICY reads ON public.member;

-- step 3: contract, undo exact, breaks_queries
DROP FUNCTION public.allowed(integer);

-- step 4: expand, undo exact
CREATE VIEW public.seen AS
 SELECT member.id
   FROM public.member
  WHERE public.allowed(member.id);

-- step 5: expand, undo exact, locks public.member ACCESS EXCLUSIVE, changes_access
CREATE POLICY reads ON public.member FOR SELECT TO PUBLIC USING (public.allowed(id));

-- step 6: expand, undo exact, locks public.member ACCESS EXCLUSIVE, changes_access
CREATE POLICY writes ON public.member FOR UPDATE TO PUBLIC USING (public.allowed(id));

COMMIT;
