CREATE TABLE t (a int);
GRANT INSERT ON t TO shop_app;
ALTER TABLE t OWNER TO shop_owner;
