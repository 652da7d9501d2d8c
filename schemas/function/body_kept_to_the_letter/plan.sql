-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.f()
 RETURNS text
 LANGUAGE sql
AS $functionx$
	SELECT $function$ quoted $function$ || $$ twice $$ || E'\\n''x'
  -- a comment; with a semicolon
  /* plumb: not a directive, */
$functionx$;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public."Odd; name"("$n" integer DEFAULT 3, VARIADIC "or" text[] DEFAULT '{a,"b,c",NULL}'::text[])
 RETURNS TABLE("select" integer, x text)
 LANGUAGE plpgsql
 PARALLEL SAFE STRICT SECURITY DEFINER COST 7 ROWS 3
 SET search_path TO 'public', 'Some Schema', 'pg_temp'
 SET work_mem TO '1MB'
 SET application_name TO 'it''s'
AS $function$
BEGIN
  RETURN QUERY SELECT 1, 'it''s';
END
$function$;

COMMIT;
