CREATE TABLE address (street text, number bigint);
CREATE TABLE customer (id integer PRIMARY KEY, home address);
