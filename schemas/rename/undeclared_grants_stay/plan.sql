-- Plan: 0 to add, 4 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t RENAME COLUMN note TO remark;

-- step 2: contract, undo exact, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t RENAME TO t2;

-- step 3: contract, undo exact, breaks_queries
ALTER FUNCTION s.f() RENAME TO g;

-- step 4: contract, undo exact, breaks_queries
ALTER SCHEMA s RENAME TO s2;

COMMIT;
