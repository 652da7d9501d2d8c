CREATE SCHEMA one;
CREATE SCHEMA two;
CREATE TYPE one.state AS ENUM ('a');
CREATE TABLE one.t (id int PRIMARY KEY, state one.state);
CREATE FUNCTION two.f(one.t) RETURNS int LANGUAGE sql AS 'SELECT 1';
