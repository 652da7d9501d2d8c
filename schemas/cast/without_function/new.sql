CREATE DOMAIN d AS text;
CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE couple AS (a integer, b integer);
CREATE CAST (jsonb AS bytea) WITHOUT FUNCTION AS ASSIGNMENT;
