CREATE TABLE t (a int, b int);
CREATE INDEX by_a ON t (a) WITH (fillfactor = 70);
CREATE INDEX by_sum ON t ((a + b));
