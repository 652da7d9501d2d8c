-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE EXTENSION adminpack WITH SCHEMA pg_catalog;

-- step 2: expand, undo exact
COMMENT ON EXTENSION adminpack IS 'mine';

COMMIT;
