-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER STATISTICS public.s2 SET STATISTICS 400;

-- step 2: expand, undo exact
COMMENT ON STATISTICS public.s2 IS 'b and c go together';

-- step 3: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
DROP STATISTICS public.s1;

-- step 4: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
CREATE STATISTICS public.s1 (ndistinct, mcv) ON a, b, c FROM public.t;

COMMIT;
