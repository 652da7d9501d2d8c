CREATE TABLE label (id int, name varchar(50) NOT NULL);
CREATE INDEX label_name ON label (name);
CREATE VIEW short AS SELECT name FROM label WHERE length(name) < 5;
