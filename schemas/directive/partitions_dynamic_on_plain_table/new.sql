-- plumb: partitions dynamic
CREATE TABLE t (id int);
