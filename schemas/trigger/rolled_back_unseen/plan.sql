-- Plan: 0 to add, 2 to change, 6 to drop.
-- Proven: both
-- Warning: rows that are written after this deployment have no value for public.doc.body, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
DROP TRIGGER shout ON public.doc;

-- step 3: migrate, undo exact
LOCK TABLE public.doc IN ACCESS EXCLUSIVE MODE;

-- step 4: migrate, undo exact
CREATE TABLE plumb_archive_1.of_price_1 AS SELECT id, price::text AS plumb_old, NULL::text AS plumb_new FROM public.doc;

-- step 5: migrate, undo exact
ALTER TABLE plumb_archive_1.of_price_1 ADD PRIMARY KEY (id);

-- step 6: migrate, undo exact with archive, locks public.doc ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.doc ALTER COLUMN price TYPE numeric(10,1);

-- step 7: migrate, undo exact
UPDATE plumb_archive_1.of_price_1 AS a SET plumb_new = public.doc.price::text FROM public.doc WHERE a.id = public.doc.id;

-- step 8: contract, undo exact, locks public.doc SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.doc IN SHARE ROW EXCLUSIVE MODE;

-- step 9: contract, undo exact
CREATE TABLE plumb_archive_1.of_body_2 AS SELECT id, body FROM public.doc WHERE body IS NOT NULL;

-- step 10: contract, undo exact
ALTER TABLE plumb_archive_1.of_body_2 ADD PRIMARY KEY (id);

-- step 11: contract, undo exact with archive, locks public.doc ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.doc DROP COLUMN body;

-- step 12: contract, undo exact, locks public.doc SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.doc IN SHARE ROW EXCLUSIVE MODE;

-- step 13: contract, undo exact
CREATE TABLE plumb_archive_1.of_size_3 AS SELECT id, size FROM public.doc WHERE size IS NOT NULL;

-- step 14: contract, undo exact
ALTER TABLE plumb_archive_1.of_size_3 ADD PRIMARY KEY (id);

-- step 15: contract, undo exact with archive, locks public.doc ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.doc DROP COLUMN size;

-- step 16: expand, undo exact, locks public.doc SHARE ROW EXCLUSIVE
CREATE TRIGGER shout BEFORE UPDATE OF price ON public.doc FOR EACH ROW EXECUTE FUNCTION public.shout();

-- step 17: contract, undo exact, locks public.line SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.line IN SHARE ROW EXCLUSIVE MODE;

-- step 18: contract, undo exact
CREATE TABLE plumb_archive_1.of_amount_4 AS SELECT row_number() OVER () AS plumb_number, item, note, amount FROM public.line;

-- step 19: contract, undo exact
ALTER TABLE plumb_archive_1.of_amount_4 ADD PRIMARY KEY (plumb_number);

-- step 20: contract, undo exact with archive, locks public.line ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.line DROP COLUMN amount;

-- step 21: contract, undo exact, locks public.event SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.event IN SHARE ROW EXCLUSIVE MODE;

-- step 22: contract, undo exact
CREATE TABLE plumb_archive_1.of_size_5 AS SELECT id, day, size FROM public.event WHERE size IS NOT NULL;

-- step 23: contract, undo exact
ALTER TABLE plumb_archive_1.of_size_5 ADD PRIMARY KEY (id, day);

-- step 24: contract, undo exact with archive, locks public.event ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.event DROP COLUMN size;

COMMIT;
