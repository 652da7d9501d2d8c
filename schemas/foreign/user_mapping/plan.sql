-- Plan: 1 to add, 1 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER USER MAPPING FOR shop_app SERVER s OPTIONS (SET "user" 'app2', ADD password :'plumb_secret_4ca7a654_c24498cd');

-- step 2: expand, undo exact
CREATE USER MAPPING FOR shop_reader SERVER s OPTIONS (password :'plumb_secret_7bbc2a8f_e4b785b9');

-- step 3: contract, undo exact
DROP USER MAPPING FOR PUBLIC SERVER s;

-- step 4: contract, undo exact
DROP USER MAPPING FOR shop_app SERVER gone;

-- step 5: contract, undo exact
DROP SERVER gone;

COMMIT;
