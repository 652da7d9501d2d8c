-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.short ACCESS EXCLUSIVE
DROP VIEW public.short;

-- step 2: expand, undo exact, locks public.label ACCESS EXCLUSIVE
ALTER TABLE public.label ALTER COLUMN name TYPE character varying(50);

-- step 3: expand, undo exact
CREATE VIEW public.short AS
 SELECT label.name
   FROM public.label
  WHERE (length((label.name)::text) < 5);

COMMIT;
