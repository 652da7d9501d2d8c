-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, breaks_replication
DROP PUBLICATION p;

-- step 2: expand, undo exact
CREATE PUBLICATION p;

-- step 3: expand, undo exact
ALTER PUBLICATION p ADD TABLE ONLY public.line;

COMMIT;
