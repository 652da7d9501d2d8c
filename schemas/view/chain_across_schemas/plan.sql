-- Plan: 0 to add, 4 to change, 0 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks api.v4 ACCESS EXCLUSIVE
DROP VIEW api.v4;

-- step 2: expand, undo exact, locks api.m3 ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW api.m3;

-- step 3: expand, undo exact, locks api.v2 ACCESS EXCLUSIVE
DROP VIEW api.v2;

-- step 4: expand, undo exact, locks core.v1 ACCESS EXCLUSIVE
DROP VIEW core.v1;

-- step 5: migrate, undo lossy, locks core.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE core.t ALTER COLUMN v TYPE double precision;

-- step 6: expand, undo exact
CREATE VIEW core.v1 AS
 SELECT t.id,
    t.v
   FROM core.t;

-- step 7: expand, undo exact
CREATE VIEW api.v2 AS
 SELECT v1.id,
    (v1.v * (2)::double precision) AS v
   FROM core.v1;

-- step 8: expand, undo exact
CREATE MATERIALIZED VIEW api.m3 AS
 SELECT sum(v2.v) AS total
   FROM api.v2;

-- step 9: expand, undo exact
CREATE VIEW api.v4 AS
 SELECT m3.total
   FROM api.m3,
    core.v1
  WHERE (v1.v > (0)::double precision);

-- step 10: expand, undo exact
GRANT SELECT ON TABLE api.m3 TO shop_reader;

-- step 11: expand, undo exact
GRANT SELECT ON TABLE api.v2 TO shop_reader;

-- step 12: expand, undo exact
GRANT SELECT ON TABLE api.v4 TO shop_reader;

COMMIT;
