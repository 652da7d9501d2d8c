-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public."Log 2026" SHARE UPDATE EXCLUSIVE, locks public.log SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.log ATTACH PARTITION public."Log 2026" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

COMMIT;
