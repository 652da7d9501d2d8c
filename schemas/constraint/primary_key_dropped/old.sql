CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL);
