-- Plan: 2 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks d1 ACCESS EXCLUSIVE, changes_access
ALTER DATABASE d1 OWNER TO boss;

-- step 2: expand, undo exact, changes_access
REVOKE CONNECT, TEMPORARY ON DATABASE d1 FROM PUBLIC;

-- step 3: expand, undo exact, changes_access
REVOKE CREATE ON DATABASE d1 FROM app;

-- step 4: expand, undo exact, changes_access
GRANT TEMPORARY ON DATABASE d1 TO app;

-- step 5: expand, undo exact, changes_access
REVOKE GRANT OPTION FOR CONNECT ON DATABASE d1 FROM app;

COMMIT;
