CREATE TABLE address (street text, number integer DEFAULT 1);
CREATE TABLE customer (id integer PRIMARY KEY, home address);
