-- Plan: 0 to add, 0 to change, 1 to drop.
-- Proven: both
-- Warning: cast from integer to box is not managed and uses public.corner(integer), which step 1 drops

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, breaks_queries, untracked_dependency
DROP FUNCTION public.corner(integer);

COMMIT;
