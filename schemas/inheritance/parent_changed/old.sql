CREATE TABLE a (id int);
CREATE TABLE b (id int, x text);
CREATE TABLE c (id int, x text) INHERITS (a);
CREATE TABLE d (id int, x text);
