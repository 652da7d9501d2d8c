SET check_function_bodies = off;
CREATE FUNCTION c_low(int) RETURNS int LANGUAGE sql AS 'SELECT count(*)::int FROM z_table';
CREATE FUNCTION b_middle(n int) RETURNS int LANGUAGE sql AS 'SELECT c_low(n) + a_first(n)';
CREATE FUNCTION a_first(int) RETURNS int LANGUAGE sql AS 'SELECT CASE WHEN $1 > 3 THEN b_middle($1 - 1) ELSE 1 END';
CREATE FUNCTION odd(n int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN n <> 0 AND even(n - 1); END $$;
CREATE FUNCTION even(n int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN n = 0 OR odd(n - 1); END $$;
CREATE TYPE z_state AS ENUM ('on', 'off');
CREATE TABLE z_table (id int DEFAULT a_first(1), state z_state);
CREATE FUNCTION d_rows() RETURNS SETOF z_table LANGUAGE sql AS 'SELECT * FROM z_table';
