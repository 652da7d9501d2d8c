CREATE TABLE t (a int);
ALTER SCHEMA public OWNER TO shop_owner;
