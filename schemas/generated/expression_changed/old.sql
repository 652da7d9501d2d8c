CREATE TABLE t (a int, b int, total int GENERATED ALWAYS AS (a + b) STORED);
CREATE INDEX t_total ON t (total);
CREATE VIEW v AS SELECT total FROM t;
