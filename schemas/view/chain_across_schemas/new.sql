CREATE SCHEMA core;
CREATE SCHEMA api;
CREATE TABLE core.t (id int PRIMARY KEY, v double precision);
CREATE VIEW core.v1 AS SELECT id, v FROM core.t;
CREATE VIEW api.v2 AS SELECT id, v * 2 AS v FROM core.v1;
CREATE MATERIALIZED VIEW api.m3 AS SELECT sum(v) AS total FROM api.v2;
CREATE VIEW api.v4 AS SELECT total FROM api.m3, core.v1 WHERE v > 0;
GRANT USAGE ON SCHEMA api TO shop_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA api TO shop_reader;
