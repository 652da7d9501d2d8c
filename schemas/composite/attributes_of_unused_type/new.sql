CREATE TYPE c AS (a bigint, c varchar(20) COLLATE "C", d text COLLATE "POSIX", e date, f numeric(5,2)[]);
CREATE TYPE empty AS (a integer);
CREATE TYPE filled AS ();
CREATE TYPE outer_type AS (c c, x text);
CREATE FUNCTION f(c) RETURNS integer LANGUAGE sql AS 'SELECT $1.a::integer';
