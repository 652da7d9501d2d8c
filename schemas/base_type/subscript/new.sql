CREATE TYPE pair;
CREATE FUNCTION pair_in(cstring) RETURNS pair LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION pair_out(pair) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE pair (INPUT = pair_in, OUTPUT = pair_out, LIKE = point);
CREATE TYPE twin;
CREATE FUNCTION twin_in(cstring) RETURNS twin LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION twin_out(twin) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE twin (INPUT = twin_in, OUTPUT = twin_out, LIKE = point, ELEMENT = float8, SUBSCRIPT = raw_array_subscript_handler);
CREATE VIEW v AS SELECT (twin '(1,2)')[0] AS first;
