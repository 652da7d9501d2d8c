GRANT SELECT ON TABLE pg_catalog.pg_authid TO shop_reader;
