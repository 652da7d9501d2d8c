CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE TABLE t (id int, mail citext, extra hstore);
