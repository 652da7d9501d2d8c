CREATE TYPE point3 AS (x int, y int, z int);
CREATE TYPE unused AS (a bigint, c date);
COMMENT ON COLUMN point3.z IS 'Height';
CREATE FUNCTION origin() RETURNS point3 LANGUAGE sql AS 'SELECT 0, 0, 0';
