CREATE TABLE line (id integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE line WITH (publish = 'delete', publish_via_partition_root = true);
CREATE PUBLICATION q FOR TABLE line WITH (publish = 'insert, update, delete, truncate');
