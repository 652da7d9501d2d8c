-- Plan: 2 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SUBSCRIPTION comes CONNECTION 'postgresql://me:'\n::'plumb_secret_d842c517_b8581bbe'\n'@nowhere.invalid/shop' PUBLICATION a WITH (connect = false, slot_name = NONE, streaming = off);

-- step 2: expand, undo exact, breaks_replication
ALTER SUBSCRIPTION s CONNECTION 'host=elsewhere.invalid user=app';

-- step 3: expand, undo exact, breaks_replication
ALTER SUBSCRIPTION s SET PUBLICATION b, c WITH (refresh = false);

-- step 4: expand, undo exact
ALTER SUBSCRIPTION s SET (synchronous_commit = remote_write);

-- step 5: expand, undo exact
COMMENT ON SUBSCRIPTION s IS 'from the shop';

-- step 6: contract, undo exact
ALTER SUBSCRIPTION goes DISABLE;

-- step 7: contract, undo exact
ALTER SUBSCRIPTION goes SET (slot_name = NONE);

-- step 8: contract, undo exact, breaks_replication
DROP SUBSCRIPTION goes;

COMMIT;
