CREATE TYPE coming;
CREATE FUNCTION coming_canonical(coming) RETURNS coming LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE FUNCTION difference(integer, integer) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ($1 - $2)::double precision';
CREATE TYPE coming AS RANGE (SUBTYPE = integer, CANONICAL = coming_canonical, SUBTYPE_DIFF = difference);
CREATE TYPE changed AS RANGE (SUBTYPE = integer);
CREATE TABLE t (a changed);
CREATE TABLE u (a coming);
