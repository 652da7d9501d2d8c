CREATE TABLE t (a int);
ALTER TABLE t OWNER TO shop_owner;
GRANT SELECT ON t TO shop_app;
