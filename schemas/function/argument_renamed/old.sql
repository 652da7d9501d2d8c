CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT a + b';
CREATE VIEW v AS SELECT f(1, 2) AS x;
CREATE FUNCTION out_of(a int, OUT x int, OUT y int) LANGUAGE sql AS 'SELECT a, a';
