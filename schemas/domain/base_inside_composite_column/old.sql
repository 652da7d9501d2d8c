CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TYPE pair AS (a positive, b text);
CREATE TYPE nested AS (p pair, n integer);
CREATE TABLE t (p pair, n nested);
