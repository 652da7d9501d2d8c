CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT SELECT ON t, u TO shop_app;
ALTER TABLE t OWNER TO shop_owner;
