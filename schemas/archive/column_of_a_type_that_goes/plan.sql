-- Plan: 0 to add, 0 to change, 3 to drop.
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

-- step 2: contract, undo exact, locks public.worker SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.worker IN SHARE ROW EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_status_1 AS SELECT id, status::text AS status FROM public.worker WHERE status IS NOT NULL;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_status_1 ADD PRIMARY KEY (id);

-- step 5: contract, undo exact with archive, locks public.worker ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.worker DROP COLUMN status;

-- step 6: contract, undo exact
DROP TYPE public.status;

COMMIT;
