-- Plan: 1 to add, 2 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE TRUSTED LANGUAGE changed HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

-- step 2: expand, undo exact
CREATE TRUSTED LANGUAGE "Coming" HANDLER plpgsql_call_handler;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE "Coming"
AS $function$begin return 2; end$function$;

-- step 4: contract, undo exact
DROP LANGUAGE going;

COMMIT;
