CREATE DOMAIN amount AS numeric;
CREATE TYPE price AS (net amount, taken timestamp);
CREATE DOMAIN offer AS price;
CREATE TABLE t (id int PRIMARY KEY, a amount, b amount[], c price, d offer);
