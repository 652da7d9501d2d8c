CREATE TABLE person (id int PRIMARY KEY, name text, born date);
CREATE VIEW people AS SELECT id, name FROM person;
CREATE VIEW named AS SELECT name FROM people;
