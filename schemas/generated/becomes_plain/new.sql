CREATE TABLE t (a int, doubled int);
