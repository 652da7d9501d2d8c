-- Plan: 3 to add, 6 to change, 1 to drop, 4 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: migrate, undo exact
ALTER TYPE s.e ADD VALUE 'y';

COMMIT;

BEGIN;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION s.f(text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;

-- step 4: expand, undo exact
CREATE TABLE s.came (
    a integer
);

-- step 5: expand, undo exact, locks s.t ACCESS EXCLUSIVE
ALTER TABLE s.t ADD COLUMN c integer;

-- step 6: expand, undo exact, locks s.m ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW s.m;

-- step 7: expand, undo exact, locks s.v ACCESS EXCLUSIVE
DROP VIEW s.v;

-- step 8: migrate, undo exact, locks s.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE s.t ALTER COLUMN a TYPE bigint;

-- step 9: expand, undo exact
CREATE VIEW s.v AS
 SELECT t.a
   FROM s.t;

-- step 10: expand, undo exact
CREATE MATERIALIZED VIEW s.m AS
 SELECT t.a,
    1 AS one
   FROM s.t;

-- step 11: expand, undo exact
GRANT SELECT ON TABLE s.m TO shop_app;

-- step 12: expand, undo exact
GRANT SELECT (a) ON TABLE s.v TO PUBLIC;

-- step 13: contract, undo exact
LOCK TABLE ONLY s.gone IN ACCESS EXCLUSIVE MODE;

-- step 14: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT a FROM ONLY s.gone;

-- step 15: contract, undo exact with archive, locks s.gone ACCESS EXCLUSIVE, breaks_queries
DROP TABLE s.gone;

-- step 16: expand, undo exact
DROP FUNCTION s.f(integer);

-- step 17: expand, undo exact
CREATE OR REPLACE FUNCTION s.f(integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- step 18: expand, undo exact
REVOKE EXECUTE ON FUNCTION s.f(integer) FROM PUBLIC;

COMMIT;
