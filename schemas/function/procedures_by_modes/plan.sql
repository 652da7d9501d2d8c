-- Plan: 4 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE PROCEDURE public.turn(IN a integer, IN b integer, IN c integer)
 LANGUAGE plpgsql
AS $procedure$begin a := 1; end$procedure$;

-- step 2: expand, undo exact, changes_access
REVOKE EXECUTE ON PROCEDURE public.turn(IN integer,IN integer,IN integer) FROM PUBLIC;

-- step 3: expand, undo exact, changes_access
GRANT EXECUTE ON PROCEDURE public.turn(OUT integer,IN integer,IN integer) TO pg_monitor;

-- step 4: expand, undo exact
COMMENT ON PROCEDURE public.gone(OUT integer,IN integer) IS 'still here';

-- step 5: expand, undo exact
COMMENT ON PROCEDURE public.turn(IN integer,IN integer,IN integer) IS 'turns';

-- step 6: contract, undo exact, breaks_queries
DROP PROCEDURE public.gone(IN integer,IN integer);

COMMIT;
