CREATE TABLE person (id int PRIMARY KEY, name text);
CREATE VIEW contact AS SELECT id, name FROM person;
CREATE VIEW contact_count AS SELECT count(*) AS n FROM contact;
