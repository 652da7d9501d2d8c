-- Plan: 1 to add, 8 to change, 1 to drop.
-- Proven: both
-- Warning: new.sql:1:1: aggregate public.coming() looks like public.going() under another name: if it is, write `-- plumb: renamed from going` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE AGGREGATE public.coming(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);

-- step 2: expand, undo exact
CREATE OR REPLACE AGGREGATE public.many(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '5',
    PARALLEL = SAFE
);

-- step 3: expand, undo exact
CREATE OR REPLACE AGGREGATE public.share(double precision ORDER BY anyelement) (
    SFUNC = ordered_set_transition,
    STYPE = internal,
    SSPACE = 128,
    FINALFUNC = percentile_disc_final,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = SHAREABLE
);

-- step 4: expand, undo exact
CREATE OR REPLACE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = dense_rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);

-- step 5: expand, undo exact
CREATE OR REPLACE AGGREGATE public.sum_of(value integer) (
    SFUNC = public.keep,
    STYPE = bigint,
    MSFUNC = public.keep,
    MINVFUNC = public.lose,
    MSTYPE = bigint,
    MSSPACE = 32,
    MINITCOND = '0'
);

-- step 6: expand, undo exact
CREATE OR REPLACE AGGREGATE public.greatest_of(integer) (
    SFUNC = int4larger,
    STYPE = integer,
    COMBINEFUNC = int4larger
);

-- step 7: expand, undo exact
COMMENT ON AGGREGATE public.place(pg_catalog."any") IS 'the place that it would take';

-- step 8: expand, undo exact, locks public.w ACCESS EXCLUSIVE
DROP VIEW public.w;

-- step 9: contract, undo exact, breaks_queries
DROP AGGREGATE public.going(*);

-- step 10: expand, undo exact
DROP AGGREGATE public.changes_result(integer);

-- step 11: expand, undo exact
CREATE AGGREGATE public.changes_result(integer) (
    SFUNC = public.keep,
    STYPE = bigint,
    FINALFUNC = public.result
);

-- step 12: expand, undo exact
CREATE VIEW public.w AS
 SELECT public.changes_result(t.a) AS sum
   FROM public.t;

COMMIT;
