-- Plan: 1 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE PROCEDURE public.q(OUT a text, INOUT b integer)
 LANGUAGE plpgsql
AS $procedure$ BEGIN a := b + 1; END $procedure$;

-- step 2: expand, undo exact
CREATE OR REPLACE PROCEDURE public.r(OUT a integer)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

-- step 3: expand, undo exact
GRANT EXECUTE ON PROCEDURE public.r(OUT integer) TO shop_app;

-- step 4: expand, undo exact
COMMENT ON PROCEDURE public.q(OUT text,INOUT integer) IS 'after';

-- step 5: expand, undo exact
DROP PROCEDURE public.p(IN integer,OUT integer);

-- step 6: expand, undo exact
CREATE OR REPLACE PROCEDURE public.p(IN a integer, OUT b bigint)
 LANGUAGE plpgsql
AS $procedure$ BEGIN b := a; END $procedure$;

COMMIT;
