CREATE TABLE t (a bigint);
GRANT INSERT ON t TO shop_reader;
ALTER TABLE t OWNER TO shop_reader;
