CREATE FUNCTION corner(int) RETURNS box LANGUAGE sql AS 'SELECT NULL::box';
CREATE CAST (int AS box) WITH FUNCTION corner(int);
CREATE TABLE t (id int);
