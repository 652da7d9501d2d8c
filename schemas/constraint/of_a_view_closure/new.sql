CREATE TABLE t (id bigint, a text, b text, CONSTRAINT other PRIMARY KEY (id, a));
CREATE VIEW grouped AS SELECT id, a, count(*) AS n FROM t GROUP BY id, a;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT n FROM grouped';
