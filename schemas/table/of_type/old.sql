CREATE TYPE item AS (id integer, name text);
CREATE TABLE items OF item (PRIMARY KEY (id), name WITH OPTIONS DEFAULT 'x');
CREATE TABLE leaves OF item;
CREATE TABLE comes (id integer, name text);
