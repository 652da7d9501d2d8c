-- Plan: 0 to add, 0 to change, 9 to drop.
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

-- step 2: contract, undo exact, locks public.event SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.event IN SHARE ROW EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_size_1 AS SELECT id, day, size FROM public.event WHERE size IS NOT NULL;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_size_1 ADD PRIMARY KEY (id, day);

-- step 5: contract, undo exact with archive, locks public.event ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.event DROP COLUMN size;

-- step 6: contract, undo exact, locks public.line SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.line IN SHARE ROW EXCLUSIVE MODE;

-- step 7: contract, undo exact
CREATE TABLE plumb_archive_1.of_amount_2 AS SELECT row_number() OVER () AS plumb_number, item, amount FROM public.line;

-- step 8: contract, undo exact
ALTER TABLE plumb_archive_1.of_amount_2 ADD PRIMARY KEY (plumb_number);

-- step 9: contract, undo exact with archive, locks public.line ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.line DROP COLUMN amount;

-- step 10: contract, undo exact
LOCK TABLE ONLY public.old_1 IN ACCESS EXCLUSIVE MODE;

-- step 11: contract, undo exact
CREATE TABLE plumb_archive_1.of_old_1_3 AS SELECT id, note FROM ONLY public.old_1;

-- step 12: contract, undo exact with archive, locks public.old_1 ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.old_1;

-- step 13: contract, undo exact, locks public.old ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.old;

COMMIT;
