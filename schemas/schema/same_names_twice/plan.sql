-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks b.v ACCESS EXCLUSIVE
DROP VIEW b.v;

-- step 2: migrate, undo lossy, locks b.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE b.t ALTER COLUMN x TYPE character varying(20);

-- step 3: expand, undo exact
CREATE VIEW b.v AS
 SELECT t.x,
    u.x AS other
   FROM (b.t
     JOIN a.t u USING (id));

COMMIT;
