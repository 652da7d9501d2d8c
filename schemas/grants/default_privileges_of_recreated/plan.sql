-- Plan: 0 to add, 4 to change, 0 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks s.m ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW s.m;

-- step 2: expand, undo exact, locks s.v ACCESS EXCLUSIVE
DROP VIEW s.v;

-- step 3: migrate, undo exact, locks s.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE s.t ALTER COLUMN price TYPE bigint;

-- step 4: expand, undo exact
CREATE VIEW s.v AS
 SELECT t.price
   FROM s.t;

-- step 5: expand, undo exact
REVOKE INSERT, SELECT ON TABLE s.v FROM shop_reader;

-- step 6: expand, undo exact
CREATE MATERIALIZED VIEW s.m AS
 SELECT v.price
   FROM s.v;

-- step 7: expand, undo exact
REVOKE INSERT, SELECT ON TABLE s.m FROM shop_reader;

-- step 8: expand, undo exact
GRANT SELECT ON TABLE s.v TO shop_app;

-- step 9: expand, undo exact
DROP FUNCTION s.f(integer);

-- step 10: expand, undo exact
CREATE OR REPLACE FUNCTION s.f(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 11: expand, undo exact
REVOKE EXECUTE ON FUNCTION s.f(integer) FROM shop_reader;

-- step 12: expand, undo exact
GRANT EXECUTE ON FUNCTION s.f(integer) TO PUBLIC;

-- step 13: expand, undo exact, changes_access
REVOKE ALL ON TYPE s.colour FROM shop_app;

-- step 14: expand, undo exact, locks s.colour ACCESS EXCLUSIVE
ALTER TYPE s.colour RENAME TO colour_old;

-- step 15: expand, undo exact
CREATE TYPE s.colour AS ENUM ('green', 'red');

-- step 16: expand, undo exact
GRANT USAGE ON TYPE s.colour TO PUBLIC;

-- step 17: migrate, undo exact, locks s.painted ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE s.painted ALTER COLUMN c TYPE s.colour USING c::text::s.colour;

-- step 18: expand, undo exact
GRANT USAGE ON TYPE s.colour TO shop_app;

-- step 19: expand, undo exact
DROP TYPE s.colour_old;

COMMIT;
