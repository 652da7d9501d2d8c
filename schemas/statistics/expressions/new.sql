CREATE TABLE t (a bigint, b int, c text);
CREATE STATISTICS s1 ON (a % 100) FROM t;
CREATE STATISTICS s2 (mcv) ON a, (lower(c)) FROM t;
CREATE STATISTICS s3 ON (b + 1), (c IN ('x', 'y')) FROM t;
