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

-- step 2: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE plumb_archive_1.of_b_1 AS SELECT id, b::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 4: migrate, undo exact
ALTER TABLE plumb_archive_1.of_b_1 ADD PRIMARY KEY (id);

-- step 5: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP COLUMN b;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((id * 2)) STORED;

-- step 7: migrate, undo exact
UPDATE plumb_archive_1.of_b_1 AS a SET plumb_new = public.t.b::text FROM public.t WHERE a.id = public.t.id;

COMMIT;
