-- Plan: 1 to add, 1 to change, 1 to drop.
-- Proven: both
-- Warning: rows that are written after this deployment have no value for public.t.gone, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET name = 'z' WHERE id = '2';

-- step 3: contract, undo exact, locks public.t SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.t IN SHARE ROW EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT id, gone FROM public.t WHERE gone IS NOT NULL;

-- step 5: contract, undo exact
ALTER TABLE plumb_archive_1.of_gone_1 ADD PRIMARY KEY (id);

-- step 6: contract, undo exact with archive, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t DROP COLUMN gone;

-- step 7: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, name) VALUES ('3', 'three');

COMMIT;
