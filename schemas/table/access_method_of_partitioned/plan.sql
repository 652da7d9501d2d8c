-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.log ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.log SET ACCESS METHOD heap2;

-- step 2: migrate, undo exact, locks public.other ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.other SET ACCESS METHOD DEFAULT;

COMMIT;
