CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT SELECT ON u TO shop_reader;
