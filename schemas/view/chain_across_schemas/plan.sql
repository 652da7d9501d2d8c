-- Plan: 0 to add, 4 to change, 0 to drop, 3 to rebuild.
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

-- step 2: expand, undo exact, locks api.v4 ACCESS EXCLUSIVE
DROP VIEW api.v4;

-- step 3: expand, undo exact, locks api.m3 ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW api.m3;

-- step 4: expand, undo exact, locks api.v2 ACCESS EXCLUSIVE
DROP VIEW api.v2;

-- step 5: expand, undo exact, locks core.v1 ACCESS EXCLUSIVE
DROP VIEW core.v1;

-- step 6: migrate, undo exact
LOCK TABLE core.t IN ACCESS EXCLUSIVE MODE;

-- step 7: migrate, undo exact
CREATE TABLE plumb_archive_1.of_v_1 AS SELECT id, v::text AS plumb_old, NULL::text AS plumb_new FROM core.t;

-- step 8: migrate, undo exact
ALTER TABLE plumb_archive_1.of_v_1 ADD PRIMARY KEY (id);

-- step 9: migrate, undo exact with archive, locks core.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE core.t ALTER COLUMN v TYPE double precision;

-- step 10: migrate, undo exact
UPDATE plumb_archive_1.of_v_1 AS a SET plumb_new = core.t.v::text FROM core.t WHERE a.id = core.t.id;

-- step 11: expand, undo exact
CREATE VIEW core.v1 AS
 SELECT t.id,
    t.v
   FROM core.t;

-- step 12: expand, undo exact
CREATE VIEW api.v2 AS
 SELECT v1.id,
    (v1.v * (2)::double precision) AS v
   FROM core.v1;

-- step 13: expand, undo exact
CREATE MATERIALIZED VIEW api.m3 AS
 SELECT sum(v2.v) AS total
   FROM api.v2;

-- step 14: expand, undo exact
CREATE VIEW api.v4 AS
 SELECT m3.total
   FROM api.m3,
    core.v1
  WHERE (v1.v > (0)::double precision);

-- step 15: expand, undo exact
GRANT SELECT ON TABLE api.m3 TO shop_reader;

-- step 16: expand, undo exact
GRANT SELECT ON TABLE api.v2 TO shop_reader;

-- step 17: expand, undo exact
GRANT SELECT ON TABLE api.v4 TO shop_reader;

COMMIT;
