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

-- step 2: contract, undo exact, locks public.base SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.base IN SHARE ROW EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_e_1 AS SELECT row_number() OVER () AS plumb_number, id, e FROM public.base;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_e_1 ADD PRIMARY KEY (plumb_number);

-- step 5: contract, undo exact with archive, locks public.base ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE ONLY public.base DROP COLUMN e;

COMMIT;
