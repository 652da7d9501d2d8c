CREATE FUNCTION rank_of() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
CREATE FUNCTION becomes_window() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION counted(integer, integer) RETURNS SETOF integer LANGUAGE internal IMMUTABLE STRICT ROWS 1000 AS 'generate_series_int4';
CREATE FUNCTION shaped(integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'int4abs';
CREATE FUNCTION handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION plpgsql_validator(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql';
CREATE LANGUAGE mine HANDLER handler VALIDATOR public.plpgsql_validator;
CREATE VIEW v AS SELECT rank_of() OVER (ORDER BY a) AS rank FROM counted(1, 3) a;
