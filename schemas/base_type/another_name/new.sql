CREATE TYPE total;
CREATE FUNCTION amount_in(cstring) RETURNS total LANGUAGE internal IMMUTABLE STRICT AS 'int8in';
CREATE FUNCTION amount_out(total) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int8out';
CREATE TYPE total (input = amount_in, output = amount_out, like = bigint);
CREATE FUNCTION lower_than(total, total) RETURNS bool LANGUAGE internal IMMUTABLE STRICT AS 'int8lt';
CREATE TABLE bill (id int PRIMARY KEY, paid total DEFAULT '5' CHECK (lower_than('0', paid)));
CREATE TABLE letter (x int) INHERITS (bill);
CREATE POLICY p ON bill USING (lower_than(paid, '7'));
