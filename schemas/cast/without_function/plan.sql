-- Plan: 1 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE CAST (jsonb AS bytea) WITHOUT FUNCTION AS ASSIGNMENT;

-- step 2: contract, undo exact, breaks_queries
DROP CAST (json AS bytea);

COMMIT;
