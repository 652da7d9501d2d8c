CREATE TABLE t (a int);
GRANT ALL ON t TO shop_owner;
GRANT INSERT ON t TO shop_app;
