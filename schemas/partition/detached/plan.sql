-- Plan: 0 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.log_2025 ACCESS EXCLUSIVE, locks public.log ACCESS EXCLUSIVE
ALTER TABLE public.log DETACH PARTITION public.log_2025;

COMMIT;
