CREATE FUNCTION f(a integer, OUT b integer, OUT c text) RETURNS SETOF record LANGUAGE sql VOLATILE COST 50 ROWS 500 SET search_path = public SET DateStyle = 'ISO, MDY' AS 'SELECT a, ''x''';
CREATE FUNCTION g(VARIADIC a integer[] DEFAULT '{1}') RETURNS integer LANGUAGE sql AS 'SELECT a[1]';
CREATE FUNCTION h(a integer) RETURNS TABLE (x integer, y text) LANGUAGE sql PARALLEL RESTRICTED AS 'SELECT a, ''x''';
CREATE FUNCTION i(a anyelement, INOUT b anyarray, c integer DEFAULT 0) LANGUAGE sql AS 'SELECT b || a';
CREATE FUNCTION same(a integer) RETURNS integer LANGUAGE sql SET work_mem = '8MB' SET enable_sort = off AS 'SELECT a';
CREATE PROCEDURE p(a integer, INOUT b text) LANGUAGE plpgsql AS 'BEGIN b := b || a; END';
CREATE PROCEDURE q(VARIADIC a integer[]) LANGUAGE plpgsql AS 'BEGIN NULL; END' SET search_path = 'public';
COMMENT ON PROCEDURE p(integer, text) IS 'said of it';
GRANT EXECUTE ON PROCEDURE p(integer, text) TO shop_app;
