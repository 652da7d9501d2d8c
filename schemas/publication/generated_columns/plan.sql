-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, breaks_replication
ALTER PUBLICATION p SET (publish_generated_columns = stored);

COMMIT;
