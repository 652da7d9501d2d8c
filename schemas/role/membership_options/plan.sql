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
GRANT a TO c WITH ADMIN TRUE, INHERIT TRUE;

-- step 2: expand, undo exact, changes_access
GRANT a TO b WITH INHERIT TRUE GRANTED BY c;

-- step 3: expand, undo exact, changes_access
GRANT a TO d WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;

-- step 4: contract, undo exact, changes_access
REVOKE a FROM c GRANTED BY b;

-- step 5: contract, undo exact, changes_access
REVOKE a FROM b;

COMMIT;
