CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far', dbname 'shop');
CREATE FOREIGN TABLE item (id integer NOT NULL, name text OPTIONS (column_name 'title'), price numeric DEFAULT 0) SERVER far OPTIONS (table_name 'items');
CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 10;
