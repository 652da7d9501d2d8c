CREATE EXTENSION adminpack WITH SCHEMA pg_catalog;
COMMENT ON EXTENSION adminpack IS 'mine';
