CREATE TABLE t (a int, b int, CONSTRAINT one UNIQUE (a, b));
