CREATE FUNCTION rank_of() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_dense_rank';
CREATE FUNCTION becomes_window() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
CREATE FUNCTION counted(integer, integer) RETURNS SETOF integer LANGUAGE internal IMMUTABLE STRICT SUPPORT generate_series_int4_support AS 'generate_series_int4';
CREATE FUNCTION shaped(integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'int4abs';
CREATE FUNCTION handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION plpgsql_validator(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql';
CREATE FUNCTION do_it(internal) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE LANGUAGE mine HANDLER handler INLINE do_it VALIDATOR public.plpgsql_validator;
CREATE VIEW v AS SELECT rank_of() OVER (ORDER BY a) AS rank FROM counted(1, 3) a;
