CREATE FUNCTION f(first int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT first + b';
CREATE VIEW v AS SELECT f(1, 2) AS x;
CREATE FUNCTION out_of(a int, OUT x int, OUT y int, OUT z int) LANGUAGE sql AS 'SELECT a, a, a';
