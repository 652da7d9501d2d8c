CREATE TABLE t (id int PRIMARY KEY, a text, b text);
CREATE VIEW grouped AS SELECT id, a, count(*) AS n FROM t GROUP BY id;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT n FROM grouped';
