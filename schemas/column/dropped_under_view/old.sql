CREATE TABLE person (id int PRIMARY KEY, name text, fax text);
CREATE VIEW contact AS SELECT id, name, fax FROM person;
CREATE VIEW contact_count AS SELECT count(*) AS n FROM contact;
