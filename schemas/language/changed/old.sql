CREATE LANGUAGE going HANDLER plpgsql_call_handler;
CREATE LANGUAGE changed HANDLER plpgsql_call_handler;
CREATE FUNCTION f() RETURNS integer LANGUAGE changed AS 'begin return 1; end';
CREATE FUNCTION g() RETURNS integer LANGUAGE going AS 'begin return 1; end';
COMMENT ON LANGUAGE changed IS 'said of it';
