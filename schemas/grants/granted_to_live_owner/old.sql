CREATE TABLE t (a int);
GRANT SELECT ON t TO shop_reader;
ALTER TABLE t OWNER TO shop_owner;
