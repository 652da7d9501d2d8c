-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.log_b ACCESS EXCLUSIVE, locks public.log ACCESS EXCLUSIVE
ALTER TABLE public.log DETACH PARTITION public.log_b;

-- step 2: expand, undo exact, locks public.log_b SHARE UPDATE EXCLUSIVE, locks public.log SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.log ATTACH PARTITION public.log_b FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

COMMIT;
