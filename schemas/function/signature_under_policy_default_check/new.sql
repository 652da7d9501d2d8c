CREATE FUNCTION allowed(bigint, strict boolean DEFAULT false) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT $1 > 0 OR NOT strict';
CREATE FUNCTION starting(first int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT first';
CREATE TABLE t (id int DEFAULT starting(), n int CHECK (allowed(n)));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (allowed(id));
