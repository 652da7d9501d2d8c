CREATE TABLE line (id integer PRIMARY KEY, amount bigint);
CREATE PUBLICATION p FOR TABLE line WHERE (amount > 10) WITH (publish = 'insert');
