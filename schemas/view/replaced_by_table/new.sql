CREATE TABLE base (id int PRIMARY KEY);
CREATE TABLE names (id int);
CREATE VIEW more AS SELECT id FROM names;
