CREATE TABLE node (id bigint, parent bigint, at tstzrange);
CREATE VIEW tree AS WITH RECURSIVE t AS (SELECT id, parent FROM node WHERE parent IS NULL UNION ALL SELECT n.id, n.parent FROM node n JOIN t ON n.parent = t.id) SEARCH DEPTH FIRST BY id SET seq CYCLE id SET again USING path SELECT id, parent, seq::text AS seq, again FROM t;
CREATE VIEW joined AS SELECT j.id FROM node JOIN node other USING (id) AS j;
CREATE VIEW grouped AS SELECT id, parent, range_agg(at) AS times, date_bin('15 minutes', max(lower(at)), '2020-01-01') AS bin FROM node GROUP BY DISTINCT ROLLUP (id, parent), ROLLUP (id);
CREATE FUNCTION f(tstzmultirange, int4multirange) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT count(*)::int FROM node WHERE at <@ $1; SELECT EXTRACT(year FROM lower($1))::int; END;
CREATE VIEW sub AS SELECT ('{"a": 1}'::jsonb)['a'] AS a, (ARRAY[1, 2])[1:1] AS b, trim_array(ARRAY[1, 2], 1) AS c;
