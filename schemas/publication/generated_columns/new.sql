CREATE TABLE line (id integer PRIMARY KEY, twice integer GENERATED ALWAYS AS (id * 2) STORED);
CREATE PUBLICATION p FOR TABLE line WITH (publish_generated_columns = stored);
