-- Plan: 0 to add, 0 to change, 4 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.tagged ACCESS EXCLUSIVE, breaks_queries
DROP VIEW public.tagged;

-- step 2: contract, undo lossy, locks public.article ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.article DROP COLUMN tag_id;

-- step 3: contract, undo lossy, locks public.tag ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.tag;

COMMIT;
