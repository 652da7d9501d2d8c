CREATE TABLE t (id int);
CREATE SEQUENCE free OWNED BY t.id;
CREATE SEQUENCE bound;
CREATE TABLE plain (id serial);
