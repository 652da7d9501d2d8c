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
CREATE TABLE public.sale (
    amount integer
);

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.total()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
DECLARE n bigint; BEGIN EXECUTE 'SELECT sum(am' || 'ount) FROM sa' || 'le' INTO n; RETURN n; END $function$;

-- step 3: expand, undo exact
CREATE VIEW public.needs_total AS
 SELECT 1 AS one;

COMMIT;
