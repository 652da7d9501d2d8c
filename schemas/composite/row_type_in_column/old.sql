CREATE TABLE address (street text, going integer, town text NOT NULL);
CREATE TABLE customer (id integer PRIMARY KEY, home address, others address[]);
CREATE VIEW v AS SELECT (home).town AS town FROM customer;
CREATE FUNCTION f(address) RETURNS text LANGUAGE sql AS 'SELECT $1.town';
