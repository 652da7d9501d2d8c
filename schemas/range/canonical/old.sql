CREATE TYPE going;
CREATE FUNCTION going_canonical(going) RETURNS going LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE going AS RANGE (SUBTYPE = integer, CANONICAL = going_canonical);
CREATE TYPE changed AS RANGE (SUBTYPE = integer);
CREATE TABLE t (a changed, b going, c going[]);
