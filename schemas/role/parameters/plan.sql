-- Plan: 2 to add, 2 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
CREATE ROLE fresh;

-- step 2: expand, undo exact, changes_access
GRANT ALTER SYSTEM ON PARAMETER log_min_duration_statement TO app;

-- step 3: expand, undo exact, changes_access
REVOKE GRANT OPTION FOR SET ON PARAMETER log_min_duration_statement FROM app;

-- step 4: expand, undo exact, changes_access
GRANT SET ON PARAMETER work_mem TO fresh;

-- step 5: expand, undo exact, changes_access
REVOKE ALTER SYSTEM ON PARAMETER work_mem FROM other;

-- step 6: contract, undo exact, changes_access
REVOKE ALL ON PARAMETER log_statement FROM other;

-- step 7: contract, undo exact, changes_access
REVOKE ALL ON PARAMETER my.setting FROM app;

COMMIT;
