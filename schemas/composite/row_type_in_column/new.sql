CREATE TABLE address (street text, town text, coming date);
CREATE INDEX address_street ON address (street);
CREATE TABLE customer (id integer PRIMARY KEY, home address, others address[], more address);
CREATE VIEW v AS SELECT (home).town AS town FROM customer;
CREATE FUNCTION f(address) RETURNS text LANGUAGE sql AS 'SELECT $1.town';
