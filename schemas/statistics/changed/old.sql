CREATE TABLE t (a int, b int, c int);
CREATE STATISTICS s1 (dependencies) ON a, b FROM t;
CREATE STATISTICS s2 ON b, c FROM t;
