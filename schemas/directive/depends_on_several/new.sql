CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int);
-- plumb: depends on f(integer)
CREATE VIEW v AS SELECT a FROM t;
-- plumb: depends on f
CREATE VIEW w AS SELECT a FROM t;
