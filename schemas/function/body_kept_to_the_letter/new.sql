CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $body$
	SELECT $function$ quoted $function$ || $$ twice $$ || E'\\n''x'
  -- a comment; with a semicolon
  /* plumb: not a directive, */
$body$;
CREATE FUNCTION g() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN 'same';   
END
$$;
CREATE FUNCTION "Odd; name"("$n" int DEFAULT 3, VARIADIC "or" text[] DEFAULT '{a,"b,c",NULL}') RETURNS TABLE ("select" int, x text) LANGUAGE plpgsql COST 7 ROWS 3 STRICT SECURITY DEFINER PARALLEL SAFE SET search_path TO public, "Some Schema", pg_temp SET work_mem = '1MB' SET application_name TO 'it''s' AS $_$
BEGIN
  RETURN QUERY SELECT 1, 'it''s';
END
$_$;
