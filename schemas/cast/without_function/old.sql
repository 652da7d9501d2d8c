CREATE DOMAIN d AS text;
CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE couple AS (a integer, b integer);
CREATE CAST (json AS bytea) WITHOUT FUNCTION;
