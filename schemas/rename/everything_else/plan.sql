-- Plan: 0 to add, 22 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER POLICY pol ON public.t RENAME TO pol2;

-- step 2: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TRIGGER tr ON public.t RENAME TO tr2;

-- step 3: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER RULE r ON public.u RENAME TO r2;

-- step 4: contract, undo exact, locks public.m ACCESS EXCLUSIVE, breaks_queries
ALTER MATERIALIZED VIEW public.m RENAME TO m2;

-- step 5: contract, undo exact, locks public.v ACCESS EXCLUSIVE, breaks_queries
ALTER VIEW public.v RENAME TO v2;

-- step 6: contract, undo exact
ALTER STATISTICS public.t_stat RENAME TO t_statistics;

-- step 7: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE public.u RENAME CONSTRAINT u_to_t TO u_of_t;

-- step 8: contract, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
ALTER INDEX public.t_by_at RENAME TO t_at;

-- step 9: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t RENAME CONSTRAINT t_uq TO t_unique;

-- step 10: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t RENAME CONSTRAINT t_old TO t_new;

-- step 11: contract, undo exact, locks public.parted ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.parted RENAME COLUMN at TO day;

-- step 12: contract, undo exact, locks public.parted ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.parted RENAME TO split;

-- step 13: contract, undo exact, locks public.parted_1 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.parted_1 RENAME TO split_1;

-- step 14: contract, undo exact, breaks_queries
ALTER AGGREGATE public.agg(integer) RENAME TO agg2;

-- step 15: contract, undo exact, breaks_queries
ALTER FUNCTION public.f(integer) RENAME TO f2;

-- step 16: contract, undo exact, breaks_queries
ALTER PROCEDURE public.p() RENAME TO p2;

-- step 17: contract, undo exact, locks public.s ACCESS EXCLUSIVE, breaks_queries
ALTER SEQUENCE public.s RENAME TO s2;

-- step 18: contract, undo exact, breaks_queries
ALTER DOMAIN public.d RENAME TO d2;

-- step 19: contract, undo exact, breaks_queries
ALTER TYPE public.c RENAME ATTRIBUTE one TO first;

-- step 20: contract, undo exact, breaks_queries
ALTER TYPE public.c RENAME TO c2;

-- step 21: contract, undo exact, breaks_queries
ALTER TYPE public.e RENAME TO e2;

-- step 22: contract, undo exact, breaks_queries
ALTER COLLATION public.coll RENAME TO coll2;

-- step 23: contract, undo exact
ALTER DOMAIN public.d2 RENAME CONSTRAINT d_check TO d2_check;

COMMIT;
