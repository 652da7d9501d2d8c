CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s1 ON (a % 10) FROM t;
CREATE STATISTICS s2 (mcv) ON a, (lower(c)) FROM t;
