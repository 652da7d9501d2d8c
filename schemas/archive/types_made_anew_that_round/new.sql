CREATE DOMAIN amount AS numeric(10,1);
CREATE TYPE price AS (net amount, taken date);
CREATE DOMAIN offer AS price;
CREATE TABLE t (id int PRIMARY KEY, a amount, b amount[], c price, d offer);
