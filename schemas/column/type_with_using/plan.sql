-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both
-- Warning: a rollback casts what is written to public.measure.taken, public.measure.flag after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

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
LOCK TABLE public.measure IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE plumb_archive_1.of_taken_1 AS SELECT id, taken::text AS plumb_old, NULL::text AS plumb_new FROM public.measure;

-- step 4: migrate, undo exact
ALTER TABLE plumb_archive_1.of_taken_1 ADD PRIMARY KEY (id);

-- step 5: migrate, undo exact with archive, locks public.measure ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.measure ALTER COLUMN taken TYPE timestamp with time zone USING to_timestamp(taken::bigint);

-- step 6: migrate, undo exact
UPDATE plumb_archive_1.of_taken_1 AS a SET plumb_new = (public.measure.taken AT TIME ZONE 'UTC')::text FROM public.measure WHERE a.id = public.measure.id;

-- step 7: expand, undo exact, locks public.measure ACCESS EXCLUSIVE
ALTER TABLE ONLY public.measure ALTER COLUMN flag DROP DEFAULT;

-- step 8: migrate, undo exact
LOCK TABLE public.measure IN ACCESS EXCLUSIVE MODE;

-- step 9: migrate, undo exact
CREATE TABLE plumb_archive_1.of_flag_2 AS SELECT id, flag::text AS plumb_old, NULL::text AS plumb_new FROM public.measure;

-- step 10: migrate, undo exact
ALTER TABLE plumb_archive_1.of_flag_2 ADD PRIMARY KEY (id);

-- step 11: migrate, undo exact with archive, locks public.measure ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.measure ALTER COLUMN flag TYPE boolean USING flag = 'y';

-- step 12: migrate, undo exact
UPDATE plumb_archive_1.of_flag_2 AS a SET plumb_new = public.measure.flag::text FROM public.measure WHERE a.id = public.measure.id;

-- step 13: expand, undo exact, locks public.measure ACCESS EXCLUSIVE
ALTER TABLE ONLY public.measure ALTER COLUMN flag SET DEFAULT false;

COMMIT;
