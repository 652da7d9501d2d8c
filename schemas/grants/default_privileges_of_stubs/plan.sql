-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE VIEW s.v AS SELECT NULL::integer AS a;

-- step 2: expand, undo exact
REVOKE SELECT ON TABLE s.v FROM shop_reader;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION s.f()
 RETURNS SETOF s.v
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 4: expand, undo exact
GRANT EXECUTE ON FUNCTION s.f() TO PUBLIC;

-- step 5: expand, undo exact
CREATE OR REPLACE VIEW s.v AS
 SELECT 1 AS a
   FROM s.f() f(a);

COMMIT;
