-- Plan: 6 to add, 2 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER FOREIGN DATA WRAPPER other OPTIONS (DROP a, ADD "D d" E'back\\slash', SET b 'x, z');

-- step 2: expand, undo exact
CREATE FOREIGN DATA WRAPPER new_one OPTIONS (a '1');

-- step 3: expand, undo exact
CREATE SERVER made FOREIGN DATA WRAPPER new_one;

-- step 4: expand, undo exact, changes_access
GRANT USAGE ON FOREIGN DATA WRAPPER other TO shop_app;

-- step 5: expand, undo exact, changes_access
GRANT USAGE ON FOREIGN DATA WRAPPER other TO shop_app WITH GRANT OPTION;

-- step 6: expand, undo exact
COMMENT ON FOREIGN DATA WRAPPER new_one IS 'new';

-- step 7: contract, undo exact, changes_access
REVOKE ALL ON FOREIGN SERVER one FROM shop_app;

-- step 8: expand, undo exact
ALTER SERVER one VERSION '2';

-- step 9: expand, undo exact
ALTER SERVER one OPTIONS (DROP port, ADD dbname 'd', SET host 'b');

-- step 10: expand, undo exact, locks one ACCESS EXCLUSIVE, changes_access
ALTER SERVER one OWNER TO shop_owner;

-- step 11: expand, undo exact, changes_access
GRANT USAGE ON FOREIGN SERVER one TO shop_reader;

-- step 12: expand, undo exact
COMMENT ON SERVER one IS 'the one';

-- step 13: contract, undo exact
DROP SERVER gone;

-- step 14: contract, undo exact
DROP FOREIGN DATA WRAPPER plain;

COMMIT;
