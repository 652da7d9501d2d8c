CREATE DOMAIN positive AS integer;
CREATE TYPE pair AS (a positive, b text);
CREATE TABLE t (p pair);
