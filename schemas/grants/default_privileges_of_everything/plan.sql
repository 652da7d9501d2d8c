-- Plan: 15 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SCHEMA more;

-- step 2: expand, undo exact
REVOKE USAGE ON SCHEMA more FROM shop_app;

-- step 3: expand, undo exact
CREATE TYPE s.colour AS ENUM ('red');

-- step 4: expand, undo exact
GRANT USAGE ON TYPE s.colour TO PUBLIC;

-- step 5: expand, undo exact
CREATE TYPE s.pair AS (
    a integer,
    b integer
);

-- step 6: expand, undo exact
GRANT USAGE ON TYPE s.pair TO PUBLIC;

-- step 7: expand, undo exact
CREATE DOMAIN s.positive AS integer
    CONSTRAINT positive_check CHECK ((VALUE > 0));

-- step 8: expand, undo exact
GRANT USAGE ON DOMAIN s.positive TO PUBLIC;

-- step 9: expand, undo exact
CREATE TYPE s.span AS RANGE (SUBTYPE = integer);

-- step 10: expand, undo exact
GRANT USAGE ON TYPE s.span TO PUBLIC;

-- step 11: expand, undo exact
CREATE SEQUENCE s.fresh_nr_seq AS integer;

-- step 12: expand, undo exact
REVOKE GRANT OPTION FOR USAGE ON SEQUENCE s.fresh_nr_seq FROM shop_reader;

-- step 13: expand, undo exact
CREATE SEQUENCE s.alone;

-- step 14: expand, undo exact
REVOKE USAGE ON SEQUENCE s.alone FROM shop_reader;

-- step 15: expand, undo exact
CREATE OR REPLACE FUNCTION s.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 16: expand, undo exact
GRANT EXECUTE ON FUNCTION s.f(integer) TO PUBLIC;

-- step 17: expand, undo exact
CREATE OR REPLACE PROCEDURE s.p()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

-- step 18: expand, undo exact
GRANT EXECUTE ON PROCEDURE s.p() TO PUBLIC;

-- step 19: expand, undo exact
CREATE AGGREGATE s.total(integer) (
    SFUNC = int4pl,
    STYPE = integer
);

-- step 20: expand, undo exact
GRANT EXECUTE ON FUNCTION s.total(integer) TO PUBLIC;

-- step 21: expand, undo exact
CREATE TABLE s.fresh (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    nr integer DEFAULT nextval('s.fresh_nr_seq'::regclass) NOT NULL,
    at date
)
PARTITION BY RANGE (at);

-- step 22: expand, undo exact
REVOKE INSERT, SELECT ON TABLE s.fresh FROM shop_reader;

-- step 23: expand, undo exact
REVOKE USAGE ON SEQUENCE s.fresh_id_seq FROM shop_reader;

-- step 24: expand, undo exact
CREATE TABLE s.fresh_1 (
    id integer NOT NULL,
    nr integer DEFAULT nextval('s.fresh_nr_seq'::regclass) NOT NULL,
    at date
);

-- step 25: expand, undo exact
REVOKE INSERT, SELECT ON TABLE s.fresh_1 FROM shop_reader;

-- step 26: expand, undo exact, locks s.kept ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE s.kept ALTER COLUMN id SET NOT NULL;

-- step 27: expand, undo exact, locks s.kept ACCESS EXCLUSIVE
ALTER TABLE s.kept ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- step 28: expand, undo exact, locks s.kept ACCESS SHARE
SELECT pg_catalog.setval('s.kept_id_seq', max(id)) FROM s.kept HAVING max(id) >= (SELECT last_value FROM s.kept_id_seq);

-- step 29: expand, undo exact
REVOKE USAGE ON SEQUENCE s.kept_id_seq FROM shop_reader;

-- step 30: expand, undo exact
ALTER SEQUENCE s.fresh_nr_seq OWNED BY s.fresh.nr;

-- step 31: expand, undo exact
ALTER TABLE s.fresh ATTACH PARTITION s.fresh_1 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- step 32: expand, undo exact
CREATE VIEW s.v AS
 SELECT fresh.id
   FROM s.fresh;

-- step 33: expand, undo exact
REVOKE INSERT, SELECT ON TABLE s.v FROM shop_reader;

-- step 34: expand, undo exact
CREATE MATERIALIZED VIEW s.m AS
 SELECT fresh.id
   FROM s.fresh;

-- step 35: expand, undo exact
REVOKE INSERT, SELECT ON TABLE s.m FROM shop_reader;

-- step 36: expand, undo exact
GRANT USAGE ON SEQUENCE s.fresh_nr_seq TO shop_reader;

-- step 37: contract, undo exact, changes_access
REVOKE ALL ON TABLE s.kept FROM shop_reader;

COMMIT;
