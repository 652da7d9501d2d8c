-- Plan: 11 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
COMMENT ON COLUMN s.t.id IS 'column';

-- step 2: expand, undo exact
COMMENT ON COLUMN s.v.id IS 'column of a view';

-- step 3: expand, undo exact
COMMENT ON CONSTRAINT pos ON DOMAIN s.d IS 'constraint of a domain';

-- step 4: expand, undo exact
COMMENT ON CONSTRAINT tpk on s.t IS 'constraint';

-- step 5: expand, undo exact
COMMENT ON FUNCTION s.f(integer) IS 'function';

-- step 6: expand, undo exact
COMMENT ON INDEX s.i IS 'index';

-- step 7: expand, undo exact
COMMENT ON SCHEMA s IS 'schema';

-- step 8: expand, undo exact
COMMENT ON SEQUENCE s.q IS 'sequence';

-- step 9: expand, undo exact
COMMENT ON TABLE s.t IS 'new words';

-- step 10: expand, undo exact
COMMENT ON TYPE s.d IS 'domain';

-- step 11: expand, undo exact
COMMENT ON TYPE s.e IS 'type';

-- step 12: expand, undo exact
COMMENT ON VIEW s.v IS 'view';

-- step 13: contract, undo exact
COMMENT ON COLUMN s.t.n IS NULL;

COMMIT;
