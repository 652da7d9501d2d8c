-- Plan: 0 to add, 2 to change, 0 to drop.
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

-- step 2: expand, undo exact, locks b.v ACCESS EXCLUSIVE
DROP VIEW b.v;

-- step 3: migrate, undo exact
LOCK TABLE b.t IN ACCESS EXCLUSIVE MODE;

-- step 4: migrate, undo exact
CREATE TABLE plumb_archive_1.of_x_1 AS SELECT id, x::text AS plumb_old, NULL::text AS plumb_new FROM b.t;

-- step 5: migrate, undo exact
ALTER TABLE plumb_archive_1.of_x_1 ADD PRIMARY KEY (id);

-- step 6: migrate, undo exact with archive, locks b.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE b.t ALTER COLUMN x TYPE character varying(20);

-- step 7: migrate, undo exact
UPDATE plumb_archive_1.of_x_1 AS a SET plumb_new = b.t.x::text FROM b.t WHERE a.id = b.t.id;

-- step 8: expand, undo exact
CREATE VIEW b.v AS
 SELECT t.x,
    u.x AS other
   FROM (b.t
     JOIN a.t u USING (id));

COMMIT;
