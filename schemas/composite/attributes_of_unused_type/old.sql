CREATE TYPE c AS (a integer, b text, c varchar(10), d text);
CREATE TYPE empty AS ();
CREATE TYPE filled AS (a integer);
CREATE TYPE outer_type AS (c c, x integer);
CREATE FUNCTION f(c) RETURNS integer LANGUAGE sql AS 'SELECT $1.a';
