-- Plan: 0 to add, 1 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, breaks_replication
ALTER PUBLICATION p DROP TABLE ONLY public.line;

-- step 2: migrate, undo exact, locks public.line ACCESS EXCLUSIVE, rewrites, scans, breaks_replication, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.line ALTER COLUMN amount TYPE bigint;

-- step 3: expand, undo exact
ALTER PUBLICATION p ADD TABLE ONLY public.line WHERE ((amount > 10));

COMMIT;
