-- Plan: 2 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OPERATOR public.<<< (FUNCTION = public.below, LEFTARG = integer, RIGHTARG = point, COMMUTATOR = OPERATOR(public.>>>));

-- step 2: expand, undo exact
CREATE OPERATOR public.<=< (FUNCTION = public.not_above, LEFTARG = point, RIGHTARG = integer, NEGATOR = OPERATOR(public.>>>));

COMMIT;
