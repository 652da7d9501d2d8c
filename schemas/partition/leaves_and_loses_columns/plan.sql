-- Plan: 0 to add, 0 to change, 16 to drop.
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

-- step 2: contract, undo exact, locks public.measure_2024 ACCESS EXCLUSIVE, locks public.measure ACCESS EXCLUSIVE
ALTER TABLE public.measure DETACH PARTITION public.measure_2024;

-- step 3: contract, undo exact, locks public.other ACCESS EXCLUSIVE, locks public.others ACCESS EXCLUSIVE
ALTER TABLE public.others DETACH PARTITION public.other;

-- step 4: contract, undo exact, locks public.event_2024 ACCESS EXCLUSIVE, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event DETACH PARTITION public.event_2024;

-- step 5: contract, undo exact, locks public.measure_2024 ACCESS EXCLUSIVE
DROP INDEX public.measure_2024_value_idx;

-- step 6: contract, undo exact, locks public.measure_2024 ACCESS EXCLUSIVE
ALTER TABLE public.measure_2024 DROP CONSTRAINT positive;

-- step 7: contract, undo exact, locks public.measure_2024 SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.measure_2024 IN SHARE ROW EXCLUSIVE MODE;

-- step 8: contract, undo exact
CREATE TABLE plumb_archive_1.of_place_1 AS SELECT row_number() OVER () AS plumb_number, at, value, place FROM public.measure_2024;

-- step 9: contract, undo exact
ALTER TABLE plumb_archive_1.of_place_1 ADD PRIMARY KEY (plumb_number);

-- step 10: contract, undo exact with archive, locks public.measure_2024 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.measure_2024 DROP COLUMN place;

-- step 11: contract, undo exact, locks public.other SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.other IN SHARE ROW EXCLUSIVE MODE;

-- step 12: contract, undo exact
CREATE TABLE plumb_archive_1.of_n_2 AS SELECT row_number() OVER () AS plumb_number, at, n FROM public.other;

-- step 13: contract, undo exact
ALTER TABLE plumb_archive_1.of_n_2 ADD PRIMARY KEY (plumb_number);

-- step 14: contract, undo exact with archive, locks public.other ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.other DROP COLUMN n;

-- step 15: contract, undo exact, locks public.event SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.event IN SHARE ROW EXCLUSIVE MODE;

-- step 16: contract, undo exact
CREATE TABLE plumb_archive_1.of_who_3 AS SELECT row_number() OVER () AS plumb_number, at, what, who FROM public.event;

-- step 17: contract, undo exact
ALTER TABLE plumb_archive_1.of_who_3 ADD PRIMARY KEY (plumb_number);

-- step 18: contract, undo exact with archive, locks public.event ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.event DROP COLUMN who;

-- step 19: contract, undo exact, locks public.event_2024 SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.event_2024 IN SHARE ROW EXCLUSIVE MODE;

-- step 20: contract, undo exact
CREATE TABLE plumb_archive_1.of_what_4 AS SELECT row_number() OVER () AS plumb_number, at, who, what FROM public.event_2024;

-- step 21: contract, undo exact
ALTER TABLE plumb_archive_1.of_what_4 ADD PRIMARY KEY (plumb_number);

-- step 22: contract, undo exact with archive, locks public.event_2024 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.event_2024 DROP COLUMN what;

-- step 23: contract, undo exact, locks public.event_2024 SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.event_2024 IN SHARE ROW EXCLUSIVE MODE;

-- step 24: contract, undo exact
CREATE TABLE plumb_archive_1.of_who_5 AS SELECT row_number() OVER () AS plumb_number, at, who FROM public.event_2024;

-- step 25: contract, undo exact
ALTER TABLE plumb_archive_1.of_who_5 ADD PRIMARY KEY (plumb_number);

-- step 26: contract, undo exact with archive, locks public.event_2024 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.event_2024 DROP COLUMN who;

-- step 27: contract, undo exact, locks public.measure ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.measure;

-- step 28: contract, undo exact, locks public.others ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.others;

COMMIT;
