CREATE TABLE t (id int);
UPDATE t SET id = 1;
