CREATE TABLE cache (key text PRIMARY KEY, value text);
CREATE UNLOGGED TABLE counter (name text PRIMARY KEY, value bigint);
