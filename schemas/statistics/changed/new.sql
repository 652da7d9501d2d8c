CREATE TABLE t (a int, b int, c int);
CREATE STATISTICS s1 (ndistinct, mcv) ON a, b, c FROM t;
CREATE STATISTICS s2 ON b, c FROM t;
ALTER STATISTICS s2 SET STATISTICS 400;
COMMENT ON STATISTICS s2 IS 'b and c go together';
