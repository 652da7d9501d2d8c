-- Plan: 4 to add, 2 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
CREATE ROLE e;

-- step 2: expand, undo exact, changes_access
GRANT a TO b WITH ADMIN OPTION;

-- step 3: expand, undo exact, changes_access
REVOKE ADMIN OPTION FOR a FROM c;

-- step 4: expand, undo exact, changes_access
GRANT c TO d;

-- step 5: expand, undo exact
GRANT c TO e;

-- step 6: expand, undo exact, changes_access
GRANT e TO d WITH ADMIN OPTION;

-- step 7: expand, undo exact, changes_access
GRANT pg_read_all_settings TO d;

-- step 8: contract, undo exact, changes_access
REVOKE b FROM c;

-- step 9: contract, undo exact, changes_access
REVOKE pg_monitor FROM d;

COMMIT;
