-- Plan: 2 to add, 1 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
CREATE ROLE c;

-- step 2: contract, undo exact, changes_access
DROP ROLE b;

-- step 3: expand, undo exact, changes_access
ALTER ROLE a CONNECTION LIMIT 5;

-- step 4: expand, undo exact, changes_access
GRANT c TO a;

COMMIT;
