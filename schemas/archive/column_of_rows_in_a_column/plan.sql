-- Plan: 0 to add, 0 to change, 1 to drop.
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

-- step 2: contract, undo exact, locks public.u SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.u IN SHARE ROW EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_y_1 AS SELECT id, y FROM public.u WHERE y IS NOT NULL;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_y_1 ADD PRIMARY KEY (id);

-- step 5: contract, undo lossy, locks public.u ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.u DROP COLUMN y;

COMMIT;
