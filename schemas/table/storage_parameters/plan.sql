-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event RESET (autovacuum_enabled);

-- step 2: expand, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event SET (autovacuum_vacuum_scale_factor = '0.01', fillfactor = '90');

COMMIT;
