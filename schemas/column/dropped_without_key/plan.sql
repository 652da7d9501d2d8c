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

-- step 2: contract, undo exact, locks public.note SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.note IN SHARE ROW EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT row_number() OVER () AS plumb_number, a, j, must, "also Gone", gone FROM public.note;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_gone_1 ADD PRIMARY KEY (plumb_number);

-- step 5: contract, undo exact with archive, locks public.note ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.note DROP COLUMN gone;

-- step 6: contract, undo exact, locks public.note SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.note IN SHARE ROW EXCLUSIVE MODE;

-- step 7: contract, undo exact
CREATE TABLE plumb_archive_1.of_alsoone_2 AS SELECT row_number() OVER () AS plumb_number, a, j, must, "also Gone" FROM public.note;

-- step 8: contract, undo exact
ALTER TABLE plumb_archive_1.of_alsoone_2 ADD PRIMARY KEY (plumb_number);

-- step 9: contract, undo exact with archive, locks public.note ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.note DROP COLUMN "also Gone";

COMMIT;
