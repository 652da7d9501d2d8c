CREATE SCHEMA s;
CREATE TYPE floats AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = s."Floats");
CREATE TYPE numbers AS RANGE (SUBTYPE = numeric, MULTIRANGE_TYPE_NAME = many_numbers);
CREATE VIEW v AS SELECT many_numbers(numbers(1, 2)) AS m;
CREATE TABLE t (a s."Floats");
