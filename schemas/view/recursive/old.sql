CREATE TABLE part (id int PRIMARY KEY, whole int REFERENCES part, name text);
