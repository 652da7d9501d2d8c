CREATE SCHEMA ext;
CREATE EXTENSION hstore;
CREATE TABLE t (id int PRIMARY KEY, more hstore DEFAULT hstore('a', 'b'));
CREATE INDEX t_more ON t USING gin (more);
CREATE VIEW v AS SELECT id, more -> 'a' AS a FROM t;
CREATE FUNCTION f(hstore) RETURNS text LANGUAGE sql AS $$ SELECT $1::text $$;
