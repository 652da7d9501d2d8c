CREATE TABLE line (id integer PRIMARY KEY, state text, secret text);
CREATE TABLE item (id integer PRIMARY KEY);
CREATE PUBLICATION lines FOR TABLE line, item WITH (publish = 'insert, update', publish_via_partition_root = true);
COMMENT ON PUBLICATION lines IS 'for the warehouse';
ALTER PUBLICATION lines OWNER TO shop_owner;
