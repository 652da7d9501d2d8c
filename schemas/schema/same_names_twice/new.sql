CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id int PRIMARY KEY, x text);
CREATE TABLE b.t (id int PRIMARY KEY, x varchar(20));
CREATE VIEW a.v AS SELECT x FROM a.t;
SET search_path = b;
CREATE VIEW v AS SELECT t.x, u.x AS other FROM t JOIN a.t u USING (id);
