CREATE TABLE t (a int);
-- plumb: unmanaged
CREATE TABLE job (id int PRIMARY KEY);
