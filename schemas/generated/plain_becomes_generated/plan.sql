-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: contract, undo exact, locks public.line ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
LOCK TABLE public.line IN ACCESS EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_total_1 AS SELECT id, total::text AS plumb_old, NULL::text AS plumb_new FROM public.line;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_total_1 ADD PRIMARY KEY (id);

-- step 5: expand, undo exact with archive, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line DROP COLUMN total;

-- step 6: expand, undo exact, locks public.line ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.line ADD COLUMN total integer GENERATED ALWAYS AS ((amount * price)) STORED;

-- step 7: migrate, undo exact
UPDATE plumb_archive_1.of_total_1 AS a SET plumb_new = public.line.total::text FROM public.line WHERE a.id = public.line.id;

COMMIT;
