-- Plan: 1 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER PUBLICATION p ADD TABLE ONLY public.item;

-- step 2: contract, undo lossy, locks public.gone ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.gone;

COMMIT;
