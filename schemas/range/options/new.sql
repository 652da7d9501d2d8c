CREATE OPERATOR CLASS down FOR TYPE text USING btree AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 bttextcmp(text, text);
CREATE FUNCTION difference(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 - $2';
CREATE TYPE changed AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = down, COLLATION = "C");
CREATE TYPE of_floats AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = difference);
CREATE FUNCTION width(of_floats) RETURNS float8 LANGUAGE sql AS 'SELECT upper($1) - lower($1)';
