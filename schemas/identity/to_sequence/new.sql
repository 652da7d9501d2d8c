CREATE TABLE t (id serial PRIMARY KEY, x text);
CREATE SEQUENCE numbers AS int;
CREATE TABLE u (id int DEFAULT nextval('numbers') PRIMARY KEY);
ALTER SEQUENCE numbers OWNED BY u.id;
