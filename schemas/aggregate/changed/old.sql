CREATE FUNCTION add(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE mysum(int) (SFUNC = add, STYPE = int, INITCOND = '0');
CREATE TABLE t (n int);
CREATE VIEW v AS SELECT mysum(n) AS total FROM t;
COMMENT ON AGGREGATE mysum(int) IS 'Sum';
