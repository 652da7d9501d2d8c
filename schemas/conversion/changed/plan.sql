-- Plan: 1 to add, 1 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE DEFAULT CONVERSION other.coming FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- step 2: contract, undo exact
DROP CONVERSION public.going;

-- step 3: expand, undo exact
DROP CONVERSION public.changed;

-- step 4: expand, undo exact
CREATE CONVERSION public.changed FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- step 5: expand, undo exact
COMMENT ON CONVERSION public.changed IS 'said of it';

COMMIT;
