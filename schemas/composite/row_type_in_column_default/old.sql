CREATE TABLE address (street text);
CREATE TABLE customer (id integer PRIMARY KEY, home address);
