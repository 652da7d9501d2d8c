-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.id,
    t.n,
    (t.id + 1) AS next
   FROM public.t;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.twice(public.v)
 RETURNS integer
 LANGUAGE sql
 STABLE
RETURN (($1).n * 2);

-- step 3: expand, undo exact
CREATE VIEW public.w AS
 SELECT v.id,
    public.twice(v.*) AS doubled
   FROM public.v;

COMMIT;
