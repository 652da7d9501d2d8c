-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
REVOKE EXECUTE ON FUNCTION public.split_part(public.citext,public.citext,integer) FROM PUBLIC;

-- step 2: expand, undo exact, changes_access
GRANT EXECUTE ON FUNCTION public.split_part(public.citext,public.citext,integer) TO shop_app;

COMMIT;
