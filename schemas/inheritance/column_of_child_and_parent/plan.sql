-- Plan: 0 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo lossy, locks public.base ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE ONLY public.base DROP COLUMN e;

COMMIT;
