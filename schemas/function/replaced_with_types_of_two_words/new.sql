CREATE FUNCTION f(a double precision, b character varying) RETURNS int LANGUAGE sql AS 'SELECT 2';
