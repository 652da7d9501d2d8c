-- Plan: 1 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (TO SQL WITH FUNCTION int4recv(internal));

-- step 2: expand, undo exact
CREATE TRANSFORM FOR smallint LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));

-- step 3: expand, undo exact
COMMENT ON TRANSFORM FOR smallint LANGUAGE sql IS 'new';

-- step 4: contract, undo exact
DROP TRANSFORM FOR bigint LANGUAGE sql;

COMMIT;
