-- Plan: 0 to add, 0 to change, 5 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.u ACCESS EXCLUSIVE, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.u DROP CONSTRAINT u_kind_a_fkey;

-- step 2: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.t DROP COLUMN a;

COMMIT;
