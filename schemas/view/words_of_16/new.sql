CREATE TABLE t (id bigint, x xml, who text DEFAULT SYSTEM_USER);
CREATE VIEW v AS SELECT n FROM (SELECT id AS n FROM t);
CREATE VIEW w AS SELECT any_value(id) AS one, XMLSERIALIZE(DOCUMENT any_value(x::text)::xml AS text INDENT) AS text, array_shuffle(ARRAY[1, 2]) AS mixed FROM t GROUP BY x::text;
CREATE STATISTICS ON id, who FROM t;
CREATE VIEW u AS SELECT date_add('2020-01-01', '1 day', 'UTC') AS d, 0b11 + 0o7 + 1_0 AS n;
