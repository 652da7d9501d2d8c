CREATE SCHEMA app;
CREATE SCHEMA report;
CREATE TABLE app.t (id int PRIMARY KEY, amount int);
CREATE VIEW report.v AS SELECT id, amount FROM app.t;
