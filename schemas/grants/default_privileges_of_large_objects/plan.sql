-- Plan: 1 to add, 2 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE "Odd ""Role""" GRANT UPDATE ON LARGE OBJECTS TO shop_app;

-- step 2: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT, UPDATE ON LARGE OBJECTS TO shop_reader;

-- step 3: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner GRANT UPDATE ON LARGE OBJECTS TO shop_app;

-- step 4: contract, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON LARGE OBJECTS FROM shop_app;

COMMIT;
