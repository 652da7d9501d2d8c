-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
DROP OPERATOR public.>>> (point, integer);

-- step 2: expand, undo exact
CREATE OPERATOR public.>>> (FUNCTION = public.above, LEFTARG = point, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.<<<));

-- step 3: expand, undo exact
DROP OPERATOR public.<<< (integer, point);

-- step 4: expand, undo exact
CREATE OPERATOR public.<<< (FUNCTION = public.below, LEFTARG = integer, RIGHTARG = point, COMMUTATOR = OPERATOR(public.>>>));

-- step 5: expand, undo exact
DROP OPERATOR public.== (point, point);

-- step 6: expand, undo exact
CREATE OPERATOR public.== (FUNCTION = public.same, LEFTARG = point, RIGHTARG = point, COMMUTATOR = OPERATOR(public.==), HASHES, MERGES);

COMMIT;
