CREATE TABLE a (id int);
CREATE TABLE b (id int);
CREATE FUNCTION count_all() RETURNS bigint LANGUAGE sql AS 'SELECT (SELECT count(*) FROM a) + (SELECT count(*) FROM b)';
