-- Plan: 0 to add, 2 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.x ACCESS EXCLUSIVE
CREATE OR REPLACE VIEW public.x AS SELECT NULL::text COLLATE "default" AS a;

-- step 2: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 3: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.b,
    t.a
   FROM public.t;

-- step 4: expand, undo exact, locks public.w ACCESS EXCLUSIVE
CREATE OR REPLACE VIEW public.w AS
 SELECT v.a
   FROM public.v;

-- step 5: contract, undo exact, locks public.x ACCESS EXCLUSIVE, breaks_queries
DROP VIEW public.x;

COMMIT;
