CREATE TABLE t (a int, b int, c int);
GRANT SELECT ON t TO shop_reader;
GRANT UPDATE (a, b) ON t TO shop_app;
