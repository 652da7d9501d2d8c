-- Plan: 4 to add, 0 to change, 2 to drop.
-- Proven: both
-- Warning: new.sql:2:1: function public.refuse_all() looks like public.refuse() under another name: if it is, write `-- plumb: renamed from refuse` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
DROP EVENT TRIGGER goes;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.refuse_all()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN RAISE EXCEPTION 'no %', tg_tag; END$function$;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN b text;

-- step 4: contract, undo exact, breaks_queries
DROP FUNCTION public.refuse();

-- step 5: expand, undo exact
CREATE EVENT TRIGGER comes ON ddl_command_end WHEN TAG IN ('DROP TABLE', 'ALTER TABLE') EXECUTE FUNCTION public.refuse_all();

-- step 6: expand, undo exact
CREATE EVENT TRIGGER sleeps ON sql_drop EXECUTE FUNCTION public.refuse_all();

-- step 7: expand, undo exact
ALTER EVENT TRIGGER sleeps DISABLE;

-- step 8: expand, undo exact
COMMENT ON EVENT TRIGGER comes IS 'comes';

COMMIT;
