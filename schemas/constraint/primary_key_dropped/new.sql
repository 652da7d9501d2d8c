CREATE TABLE t (id int, other int NOT NULL);
