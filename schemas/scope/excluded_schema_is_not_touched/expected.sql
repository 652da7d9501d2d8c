CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TABLE app.t (id int, name text);
CREATE TABLE other.t (id int);
