-- Plan: 2 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.void ();

-- step 2: expand, undo exact, locks public.nothing ACCESS EXCLUSIVE
ALTER TABLE public.nothing ADD COLUMN id integer;

-- step 3: contract, undo lossy, locks public.something ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.something DROP COLUMN id;

COMMIT;
