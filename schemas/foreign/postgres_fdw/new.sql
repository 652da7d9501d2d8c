CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far', dbname 'shop', fetch_size '50');
CREATE FOREIGN TABLE item (id bigint NOT NULL, name text OPTIONS (column_name 'label') COLLATE "C" NOT NULL, price numeric DEFAULT 1,
    added date OPTIONS (column_name 'added_on'), CONSTRAINT positive CHECK (price >= 0)) SERVER far OPTIONS (schema_name 'stock', table_name 'items');
COMMENT ON COLUMN item.name IS 'as printed';
COMMENT ON FOREIGN TABLE item IS 'of the warehouse';
GRANT SELECT ON item TO shop_reader;
CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 10;
