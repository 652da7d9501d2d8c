CREATE TRUSTED LANGUAGE changed HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
CREATE TRUSTED LANGUAGE "Coming" HANDLER plpgsql_call_handler;
CREATE FUNCTION f() RETURNS integer LANGUAGE changed AS 'begin return 1; end';
CREATE FUNCTION g() RETURNS integer LANGUAGE "Coming" AS 'begin return 2; end';
COMMENT ON LANGUAGE changed IS 'said of it';
