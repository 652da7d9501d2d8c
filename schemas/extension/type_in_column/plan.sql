-- Plan: 1 to add, 2 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN mail SET NOT NULL;

-- step 2: migrate, undo lossy, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.t ALTER COLUMN extra TYPE jsonb USING extra::jsonb;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_mail_key UNIQUE (mail);

-- step 4: contract, undo exact, locks hstore ACCESS EXCLUSIVE
DROP EXTENSION hstore;

COMMIT;
