CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TABLE app.t (id int);
CREATE TABLE other.t (id int);
