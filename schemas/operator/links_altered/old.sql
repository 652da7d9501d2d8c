CREATE FUNCTION above(point, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1[1] > $2';
CREATE FUNCTION below(integer, point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $2[1] > $1';
CREATE FUNCTION same(point, point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 ~= $2';
CREATE OPERATOR >>> (FUNCTION = above, LEFTARG = point, RIGHTARG = integer);
CREATE OPERATOR <<< (FUNCTION = below, LEFTARG = integer, RIGHTARG = point);
CREATE OPERATOR == (FUNCTION = same, LEFTARG = point, RIGHTARG = point, COMMUTATOR = ==);
