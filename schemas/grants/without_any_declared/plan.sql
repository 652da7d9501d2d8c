-- Plan: 2 to add, 6 to change, 1 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact
ALTER TYPE s.e ADD VALUE 'y';

COMMIT;

BEGIN;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION s.f(text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;

-- step 3: expand, undo exact
CREATE TABLE s.came (
    a integer
);

-- step 4: expand, undo exact, locks s.t ACCESS EXCLUSIVE
ALTER TABLE s.t ADD COLUMN c integer;

-- step 5: expand, undo exact, locks s.m ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW s.m;

-- step 6: expand, undo exact, locks s.v ACCESS EXCLUSIVE
DROP VIEW s.v;

-- step 7: migrate, undo exact, locks s.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE s.t ALTER COLUMN a TYPE bigint;

-- step 8: expand, undo exact
CREATE VIEW s.v AS
 SELECT t.a
   FROM s.t;

-- step 9: expand, undo exact
CREATE MATERIALIZED VIEW s.m AS
 SELECT t.a,
    1 AS one
   FROM s.t;

-- step 10: expand, undo exact
GRANT SELECT ON TABLE s.m TO shop_app;

-- step 11: expand, undo exact
GRANT SELECT (a) ON TABLE s.v TO PUBLIC;

-- step 12: contract, undo lossy, locks s.gone ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE s.gone;

-- step 13: expand, undo exact
DROP FUNCTION s.f(integer);

-- step 14: expand, undo exact
CREATE OR REPLACE FUNCTION s.f(integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- step 15: expand, undo exact
REVOKE EXECUTE ON FUNCTION s.f(integer) FROM PUBLIC;

COMMIT;
