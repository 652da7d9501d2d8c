CREATE TABLE t (a integer);
COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';
COMMENT ON SCHEMA public IS 'ours';
COMMENT ON FUNCTION lower(text) IS 'not ours';
