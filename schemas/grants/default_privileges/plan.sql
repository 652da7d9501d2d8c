-- Plan: 3 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE s.t (
    id integer
);

-- step 2: expand, undo exact
REVOKE SELECT ON TABLE s.t FROM shop_reader;

-- step 3: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s GRANT INSERT ON TABLES TO shop_app;

-- step 4: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- step 5: contract, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s REVOKE ALL ON TABLES FROM shop_reader;

COMMIT;
