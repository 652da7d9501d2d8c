-- Plan: 7 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
REVOKE EXECUTE ON FUNCTION pg_sleep(double precision) FROM PUBLIC;

-- step 2: expand, undo exact, changes_access
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;

-- step 3: expand, undo exact, changes_access
REVOKE SELECT ON TABLE pg_proc FROM PUBLIC;

-- step 4: expand, undo exact, changes_access
GRANT EXECUTE ON FUNCTION pg_sleep(double precision) TO shop_app;

-- step 5: expand, undo exact, changes_access
GRANT SELECT (oid) ON TABLE pg_proc TO PUBLIC;

-- step 6: expand, undo exact, changes_access
GRANT SELECT (proname) ON TABLE pg_proc TO PUBLIC;

-- step 7: contract, undo exact, changes_access
REVOKE ALL ON TABLE pg_authid FROM shop_reader;

-- step 8: expand, undo exact, changes_access
GRANT SELECT (rolname) ON TABLE pg_authid TO shop_reader;

COMMIT;
