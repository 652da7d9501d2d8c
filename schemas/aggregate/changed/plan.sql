-- Plan: 0 to add, 1 to change, 0 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 2: expand, undo exact
DROP AGGREGATE public.mysum(integer);

-- step 3: expand, undo exact
CREATE AGGREGATE public.mysum(integer) (
    SFUNC = public.add,
    STYPE = integer,
    COMBINEFUNC = public.add,
    INITCOND = '100',
    PARALLEL = SAFE
);

-- step 4: expand, undo exact
CREATE VIEW public.v AS
 SELECT public.mysum(t.n) AS total
   FROM public.t;

-- step 5: expand, undo exact
COMMENT ON AGGREGATE public.mysum(integer) IS 'Sum';

COMMIT;
