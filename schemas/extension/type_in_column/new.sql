CREATE EXTENSION citext;
CREATE TABLE t (id int, mail citext NOT NULL UNIQUE, extra jsonb);
