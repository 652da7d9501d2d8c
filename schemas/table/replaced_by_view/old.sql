CREATE TABLE base (id int PRIMARY KEY, name text);
CREATE TABLE names (id int, name text);
