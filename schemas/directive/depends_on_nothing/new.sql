CREATE TABLE t (a int);
-- plumb: depends on sale
CREATE VIEW v AS SELECT a FROM t;
