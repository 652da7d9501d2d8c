-- Plan: 1 to add, 0 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.more ACCESS EXCLUSIVE
DROP VIEW public.more;

-- step 2: contract, undo exact, locks public.names ACCESS EXCLUSIVE, breaks_queries
DROP VIEW public.names;

-- step 3: expand, undo exact
CREATE TABLE public.names (
    id integer
);

-- step 4: expand, undo exact
CREATE VIEW public.more AS
 SELECT names.id
   FROM public.names;

COMMIT;
