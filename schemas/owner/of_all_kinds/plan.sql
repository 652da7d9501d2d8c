-- Plan: 21 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks s.c ACCESS EXCLUSIVE, changes_access
ALTER COLLATION s.c OWNER TO shop_owner;

-- step 2: expand, undo exact, locks s.c ACCESS EXCLUSIVE, changes_access
ALTER CONVERSION s.c OWNER TO shop_owner;

-- step 3: expand, undo exact, locks l ACCESS EXCLUSIVE, changes_access
ALTER LANGUAGE l OWNER TO shop_owner;

-- step 4: expand, undo exact, locks s.o USING gist ACCESS EXCLUSIVE, changes_access
ALTER OPERATOR CLASS s.o USING gist OWNER TO shop_owner;

-- step 5: expand, undo exact, locks s.f USING gist ACCESS EXCLUSIVE, changes_access
ALTER OPERATOR FAMILY s.f USING gist OWNER TO shop_owner;

-- step 6: expand, undo exact, locks s.@- (NONE, point) ACCESS EXCLUSIVE, changes_access
ALTER OPERATOR s.@- (NONE, point) OWNER TO shop_owner;

-- step 7: expand, undo exact, locks s.count() ACCESS EXCLUSIVE, changes_access
ALTER ROUTINE s.count() OWNER TO shop_owner;

-- step 8: expand, undo exact, locks s.c ACCESS EXCLUSIVE, changes_access
ALTER TEXT SEARCH CONFIGURATION s.c OWNER TO shop_owner;

-- step 9: expand, undo exact, locks s.d ACCESS EXCLUSIVE, changes_access
ALTER TEXT SEARCH DICTIONARY s.d OWNER TO shop_owner;

-- step 10: expand, undo exact, locks s.r ACCESS EXCLUSIVE, changes_access
ALTER TYPE s.r OWNER TO shop_owner;

-- step 11: expand, undo exact, locks s.shell ACCESS EXCLUSIVE, changes_access
ALTER TYPE s.shell OWNER TO shop_owner;

-- step 12: expand, undo exact, changes_access
REVOKE EXECUTE ON FUNCTION s.count() FROM PUBLIC;

-- step 13: expand, undo exact, changes_access
REVOKE USAGE ON LANGUAGE "L" FROM PUBLIC;

-- step 14: expand, undo exact, changes_access
GRANT EXECUTE ON FUNCTION s.count() TO shop_app;

-- step 15: expand, undo exact, changes_access
GRANT EXECUTE ON FUNCTION s.middle(double precision,anyelement) TO shop_app;

-- step 16: expand, undo exact, changes_access
GRANT USAGE ON LANGUAGE "L" TO shop_app;

-- step 17: expand, undo exact, changes_access
GRANT USAGE ON LANGUAGE "L" TO shop_app WITH GRANT OPTION;

-- step 18: expand, undo exact, changes_access
GRANT CREATE ON SCHEMA s TO shop_owner;

-- step 19: expand, undo exact, changes_access
GRANT USAGE ON TYPE s.r TO shop_app;

-- step 20: expand, undo exact
COMMENT ON AGGREGATE s.count(*) IS 'how many';

-- step 21: expand, undo exact
COMMENT ON AGGREGATE s.middle(double precision,pg_catalog.anyelement) IS 'the median';

-- step 22: expand, undo exact
COMMENT ON LANGUAGE l IS 'said of it';

COMMIT;
