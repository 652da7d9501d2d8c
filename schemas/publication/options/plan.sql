-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, breaks_replication
ALTER PUBLICATION p SET (publish = 'delete');

-- step 2: expand, undo exact, breaks_replication
ALTER PUBLICATION p SET (publish_via_partition_root = true);

-- step 3: expand, undo exact, breaks_replication
ALTER PUBLICATION q SET (publish = 'insert, update, delete, truncate');

-- step 4: expand, undo exact
ALTER PUBLICATION q ADD TABLE ONLY public.line;

COMMIT;
