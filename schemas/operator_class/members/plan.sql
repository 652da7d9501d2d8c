-- Plan: 5 to add, 2 to change, 4 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.compare_2(numeric, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT numeric_cmp($1, $2::numeric)$function$;

-- step 2: expand, undo exact
CREATE OPERATOR public.<=# (FUNCTION = public.less, LEFTARG = numeric, RIGHTARG = integer);

-- step 3: expand, undo exact
CREATE OPERATOR FAMILY public.coming USING gist;

-- step 4: expand, undo exact
ALTER OPERATOR FAMILY public.numbers USING btree ADD OPERATOR 2 public.<=#(numeric,integer);

-- step 5: expand, undo exact
ALTER OPERATOR FAMILY public.other_way USING btree ADD FUNCTION 2 (numeric, numeric) numeric_sortsupport(internal);

-- step 6: expand, undo exact
COMMENT ON OPERATOR FAMILY public.numbers USING btree IS 'of some sorts';

-- step 7: expand, undo exact
ALTER OPERATOR FAMILY public.numbers USING btree DROP FUNCTION 1 (numeric, integer);

-- step 8: expand, undo exact
ALTER OPERATOR FAMILY public.numbers USING btree ADD FUNCTION 1 (numeric, integer) public.compare_2(numeric,integer);

-- step 9: contract, undo exact
DROP OPERATOR FAMILY public.going USING btree;

-- step 10: contract, undo exact, breaks_queries
DROP OPERATOR public.># (numeric, integer);

-- step 11: contract, undo exact, breaks_queries
DROP FUNCTION public.more(numeric,integer);

COMMIT;
