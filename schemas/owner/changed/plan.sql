-- Plan: 5 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks s.f() ACCESS EXCLUSIVE, changes_access
ALTER FUNCTION s.f() OWNER TO shop_owner;

-- step 2: expand, undo exact, locks s ACCESS EXCLUSIVE, changes_access
ALTER SCHEMA s OWNER TO shop_owner;

-- step 3: expand, undo exact, locks s.t ACCESS EXCLUSIVE, changes_access
ALTER TABLE s.t OWNER TO shop_owner;

-- step 4: expand, undo exact, locks s.e ACCESS EXCLUSIVE, changes_access
ALTER TYPE s.e OWNER TO shop_owner;

-- step 5: expand, undo exact, locks s.v ACCESS EXCLUSIVE, changes_access
ALTER VIEW s.v OWNER TO shop_owner;

COMMIT;
