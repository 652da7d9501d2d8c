CREATE TABLE t (a int, b int);
CREATE INDEX by_a ON t (a) WITH (fillfactor = 90, deduplicate_items = off);
CREATE INDEX by_sum ON t ((a + b));
ALTER INDEX by_sum ALTER COLUMN 1 SET STATISTICS 300;
