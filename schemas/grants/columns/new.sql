CREATE TABLE t (a int, b int, c int);
GRANT SELECT (a, b) ON t TO shop_reader;
GRANT UPDATE (b), INSERT (c) ON t TO shop_app;
GRANT SELECT ON t TO "Odd ""Role""" WITH GRANT OPTION;
