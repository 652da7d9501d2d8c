CREATE TYPE point3 AS (x int, y int);
CREATE TYPE unused AS (a int, b text, c date);
CREATE FUNCTION origin() RETURNS point3 LANGUAGE sql AS 'SELECT 0, 0';
