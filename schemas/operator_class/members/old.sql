CREATE OPERATOR FAMILY going USING btree;
CREATE OPERATOR FAMILY numbers USING btree;
CREATE FUNCTION compare(numeric, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT numeric_cmp($1, $2)';
CREATE FUNCTION less(numeric, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 < $2::numeric';
CREATE FUNCTION more(numeric, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > $2::numeric';
CREATE OPERATOR <# (FUNCTION = less, LEFTARG = numeric, RIGHTARG = integer);
CREATE OPERATOR ># (FUNCTION = more, LEFTARG = numeric, RIGHTARG = integer);
CREATE OPERATOR CLASS by_number FOR TYPE numeric USING btree FAMILY numbers AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 numeric_cmp(numeric, numeric);
CREATE OPERATOR CLASS other_way FOR TYPE numeric USING btree AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 numeric_cmp(numeric, numeric);
ALTER OPERATOR FAMILY numbers USING btree ADD
    OPERATOR 1 <# (numeric, integer), OPERATOR 5 ># (numeric, integer), FUNCTION 1 (numeric, integer) compare(numeric, integer);
CREATE TABLE t (a numeric);
CREATE INDEX t_a ON t (a by_number);
CREATE INDEX t_b ON t (a other_way);
COMMENT ON OPERATOR CLASS other_way USING btree IS 'the greatest first';
COMMENT ON OPERATOR FAMILY numbers USING btree IS 'of all sorts';
