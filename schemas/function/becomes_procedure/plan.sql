-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
DROP FUNCTION public.tidy(integer);

-- step 2: expand, undo exact
CREATE OR REPLACE PROCEDURE public.tidy(IN days integer)
 LANGUAGE plpgsql
AS $procedure$ BEGIN NULL; END $procedure$;

-- step 3: expand, undo exact
COMMENT ON PROCEDURE public.tidy(IN integer) IS 'Nightly';

COMMIT;
