CREATE TYPE amount;
CREATE FUNCTION amount_in(cstring) RETURNS amount LANGUAGE internal IMMUTABLE STRICT AS 'int8in';
CREATE FUNCTION amount_out(amount) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int8out';
CREATE TYPE amount (input = amount_in, output = amount_out, like = bigint);
CREATE FUNCTION lower_than(amount, amount) RETURNS bool LANGUAGE internal IMMUTABLE STRICT AS 'int8lt';
CREATE TABLE bill (id int PRIMARY KEY, paid amount DEFAULT '5' CHECK (lower_than('0', paid)));
CREATE TABLE letter (x int) INHERITS (bill);
CREATE POLICY p ON bill USING (lower_than(paid, '7'));
