-- Plan: 7 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
REVOKE EXECUTE ON FUNCTION s.f() FROM PUBLIC;

-- step 2: expand, undo exact, changes_access
REVOKE USAGE ON TYPE s.e FROM PUBLIC;

-- step 3: expand, undo exact, changes_access
GRANT EXECUTE ON FUNCTION s.f() TO shop_app;

-- step 4: expand, undo exact, changes_access
GRANT EXECUTE ON FUNCTION s.f() TO shop_reader;

-- step 5: expand, undo exact, changes_access
GRANT CREATE, USAGE ON SCHEMA s TO shop_app;

-- step 6: expand, undo exact, changes_access
REVOKE USAGE ON SEQUENCE s.q FROM shop_app;

-- step 7: expand, undo exact, changes_access
GRANT SELECT ON SEQUENCE s.q TO shop_app;

-- step 8: expand, undo exact, changes_access
GRANT REFERENCES, TRIGGER ON TABLE s.t TO PUBLIC;

-- step 9: expand, undo exact, changes_access
GRANT USAGE ON TYPE s.e TO shop_app;

-- step 10: contract, undo exact, changes_access
REVOKE ALL ON TABLE s.t FROM shop_owner;

COMMIT;
