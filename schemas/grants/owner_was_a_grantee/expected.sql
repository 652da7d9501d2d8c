CREATE TABLE t (a int, b int);
GRANT SELECT ON t TO shop_reader;
ALTER TABLE t OWNER TO shop_app;
CREATE TABLE u (a int);
GRANT SELECT ON u TO shop_reader;
