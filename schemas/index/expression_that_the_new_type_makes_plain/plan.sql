-- Plan: 0 to add, 1 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.t_at;

-- step 2: migrate, undo lossy, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.t ALTER COLUMN at TYPE date;

-- step 3: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_at ON public.t USING btree (at);

COMMIT;
