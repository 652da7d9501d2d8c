CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE t (id int PRIMARY KEY, more ext.hstore DEFAULT ext.hstore('a', 'b'));
CREATE INDEX t_more ON t USING gin (more ext.gin_hstore_ops);
CREATE VIEW v AS SELECT id, more OPERATOR(ext.->) 'a' AS a FROM t;
CREATE FUNCTION f(ext.hstore) RETURNS text LANGUAGE sql AS $$ SELECT $1::text $$;
