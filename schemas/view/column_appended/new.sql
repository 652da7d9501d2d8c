CREATE TABLE person (id int PRIMARY KEY, name text, born date);
CREATE VIEW people AS SELECT id, name, born FROM person WHERE name IS NOT NULL;
CREATE VIEW named AS SELECT name FROM people;
