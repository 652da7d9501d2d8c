CREATE TABLE t (a int, b int);
GRANT SELECT, INSERT ON t TO shop_app;
GRANT UPDATE (a) ON t TO shop_app;
GRANT SELECT ON t TO shop_reader;
ALTER TABLE t OWNER TO shop_owner;
CREATE TABLE u (a int);
GRANT SELECT ON u TO shop_reader;
ALTER TABLE u OWNER TO shop_owner;
GRANT SELECT ON u TO postgres;
