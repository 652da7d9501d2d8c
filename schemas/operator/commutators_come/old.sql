CREATE FUNCTION above(point, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1[1] > $2';
CREATE FUNCTION not_above(point, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT NOT $1[1] > $2';
CREATE FUNCTION below(integer, point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $2[1] > $1';
CREATE OPERATOR >>> (FUNCTION = above, LEFTARG = point, RIGHTARG = integer);
CREATE TABLE t (a point CHECK (a >>> 0));
