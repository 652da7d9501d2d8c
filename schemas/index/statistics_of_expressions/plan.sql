-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
ALTER INDEX public.t_idx ALTER COLUMN 1 SET STATISTICS -1, ALTER COLUMN 3 SET STATISTICS 400;

COMMIT;
