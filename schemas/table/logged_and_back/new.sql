CREATE UNLOGGED TABLE cache (key text PRIMARY KEY, value text);
CREATE TABLE counter (name text PRIMARY KEY, value bigint);
