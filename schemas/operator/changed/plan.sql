-- Plan: 4 to add, 4 to change, 4 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SCHEMA other;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.minus_2(point)
 RETURNS point
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT point(-$1[1], -$1[0])$function$;

-- step 3: expand, undo exact
ALTER OPERATOR public.== (point, point) SET (RESTRICT = areasel);

-- step 4: expand, undo exact
ALTER OPERATOR public.== (point, point) SET (JOIN = NONE);

-- step 5: expand, undo exact
ALTER OPERATOR public.!== (point, point) SET (JOIN = neqjoinsel);

-- step 6: expand, undo exact
CREATE OPERATOR other.@- (FUNCTION = public.minus, RIGHTARG = point);

-- step 7: expand, undo exact
COMMENT ON OPERATOR public.!==(pg_catalog.point,pg_catalog.point) IS 'not the same';

-- step 8: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 9: contract, undo exact, breaks_queries
DROP OPERATOR public.<<< (integer, point);

-- step 10: expand, undo exact
DROP OPERATOR public.@- (NONE, point);

-- step 11: expand, undo exact
CREATE OPERATOR public.@- (FUNCTION = public.minus_2, RIGHTARG = point);

-- step 12: expand, undo exact
COMMENT ON OPERATOR public.@-(NONE,pg_catalog.point) IS 'the other side';

-- step 13: contract, undo exact, breaks_queries
DROP OPERATOR public.@- (NONE, public.gone);

-- step 14: expand, undo exact
CREATE VIEW public.v AS
 SELECT (OPERATOR(public.@-) point((1)::double precision, (2)::double precision)) AS other;

-- step 15: contract, undo exact, breaks_queries
DROP FUNCTION public.minus_gone(public.gone);

-- step 16: contract, undo exact
DROP TYPE public.gone;

COMMIT;
