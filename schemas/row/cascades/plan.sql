-- Plan: 0 to add, 0 to change, 1 to drop.
-- Proven: both
-- Warning: with row public.kind (id) = ('2') go 2 rows of public.thing

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo lossy, locks public.kind ROW EXCLUSIVE, loses_data
DELETE FROM public.kind WHERE id = '2';

COMMIT;
