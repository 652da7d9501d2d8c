CREATE TABLE a (id int, x int);
CREATE TABLE b (id int, y int PRIMARY KEY);
CREATE TABLE c (id int NOT NULL);
