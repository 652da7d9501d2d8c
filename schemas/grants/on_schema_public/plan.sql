-- Plan: 1 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
GRANT USAGE ON SCHEMA public TO shop_reader;

-- step 2: contract, undo exact, changes_access
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- step 3: contract, undo exact, changes_access
REVOKE ALL ON SCHEMA public FROM shop_app;

COMMIT;
