CREATE TABLE address (street text, number integer);
CREATE TABLE customer (id integer PRIMARY KEY, home address);
