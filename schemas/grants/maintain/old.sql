CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT SELECT, MAINTAIN ON t TO shop_app;
GRANT ALL ON u TO shop_app;
