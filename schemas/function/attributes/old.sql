CREATE FUNCTION f(a integer, OUT b integer, OUT c text) RETURNS SETOF record LANGUAGE sql STABLE COST 5 ROWS 10 SET work_mem = '4MB' SET search_path = public, pg_temp SET DateStyle = 'ISO, DMY' AS 'SELECT a, ''x''';
CREATE FUNCTION g(VARIADIC a integer[] DEFAULT '{}') RETURNS integer LANGUAGE sql AS 'SELECT a[1]';
CREATE FUNCTION h(a integer) RETURNS TABLE (x integer, y text) LANGUAGE sql PARALLEL SAFE LEAKPROOF STRICT SECURITY DEFINER AS 'SELECT a, ''x''';
CREATE FUNCTION i(a anyelement, INOUT b anyarray) LANGUAGE sql AS 'SELECT b || a';
CREATE FUNCTION same(a integer) RETURNS integer LANGUAGE sql SET work_mem = '8MB' SET enable_sort = off AS 'SELECT a';
CREATE PROCEDURE p(a integer, INOUT b text DEFAULT 'x') LANGUAGE sql AS 'SELECT b || a' SET search_path = 'public';
CREATE PROCEDURE q(VARIADIC a integer[]) LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN NULL; END';
COMMENT ON PROCEDURE p(integer, text) IS 'said of it';
GRANT EXECUTE ON PROCEDURE p(integer, text) TO shop_app;
