-- Plan: 1 to add, 5 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.rank_of()
 RETURNS bigint
 LANGUAGE internal
 WINDOW IMMUTABLE
AS $function$window_dense_rank$function$;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.counted(integer, integer)
 RETURNS SETOF integer
 LANGUAGE internal
 IMMUTABLE STRICT SUPPORT generate_series_int4_support
AS $function$generate_series_int4$function$;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.shaped(integer)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT LEAKPROOF
AS $function$int4abs$function$;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.do_it(internal)
 RETURNS void
 LANGUAGE c
 STRICT
AS '$libdir/plpgsql', $function$plpgsql_inline_handler$function$;

-- step 5: expand, undo exact
CREATE OR REPLACE LANGUAGE mine HANDLER public.handler INLINE public.do_it VALIDATOR public.plpgsql_validator;

-- step 6: expand, undo exact
DROP FUNCTION public.becomes_window();

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.becomes_window()
 RETURNS bigint
 LANGUAGE internal
 WINDOW
AS $function$window_row_number$function$;

COMMIT;
