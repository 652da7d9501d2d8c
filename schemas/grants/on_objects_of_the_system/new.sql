REVOKE SELECT ON TABLE pg_catalog.pg_proc FROM PUBLIC;
GRANT SELECT (oid, proname) ON TABLE pg_catalog.pg_proc TO PUBLIC;
GRANT SELECT (rolname) ON TABLE pg_catalog.pg_authid TO shop_reader;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO shop_app;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
