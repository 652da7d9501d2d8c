CREATE DOMAIN positive AS int CHECK (VALUE >= 0);
CREATE TYPE pair AS (a positive, b text);
CREATE TABLE t (id int PRIMARY KEY, pair pair, more pair[]);
CREATE VIEW v AS SELECT id, (pair).a FROM t;
