-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both
-- Warning: what becomes of public.price.at hangs on the TimeZone of the session that deploys; `-- plumb: using COLUMN AT TIME ZONE 'UTC'` says which

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
LOCK TABLE public.price IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE plumb_archive_1.of_amount_1 AS SELECT id, amount::text AS plumb_old, NULL::text AS plumb_new FROM public.price;

-- step 4: migrate, undo exact
ALTER TABLE plumb_archive_1.of_amount_1 ADD PRIMARY KEY (id);

-- step 5: migrate, undo exact with archive, locks public.price ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.price ALTER COLUMN amount TYPE numeric(10,1);

-- step 6: migrate, undo exact
UPDATE plumb_archive_1.of_amount_1 AS a SET plumb_new = public.price.amount::text FROM public.price WHERE a.id = public.price.id;

-- step 7: migrate, undo exact
LOCK TABLE public.price IN ACCESS EXCLUSIVE MODE;

-- step 8: migrate, undo exact
CREATE TABLE plumb_archive_1.of_name_2 AS SELECT id, name::text AS plumb_old, NULL::text AS plumb_new FROM public.price;

-- step 9: migrate, undo exact
ALTER TABLE plumb_archive_1.of_name_2 ADD PRIMARY KEY (id);

-- step 10: migrate, undo exact with archive, locks public.price ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.price ALTER COLUMN name TYPE character(8);

-- step 11: migrate, undo exact
UPDATE plumb_archive_1.of_name_2 AS a SET plumb_new = public.price.name::text FROM public.price WHERE a.id = public.price.id;

-- step 12: migrate, undo exact
LOCK TABLE public.price IN ACCESS EXCLUSIVE MODE;

-- step 13: migrate, undo exact
CREATE TABLE plumb_archive_1.of_at_3 AS SELECT id, at::text AS plumb_old, NULL::text AS plumb_new FROM public.price;

-- step 14: migrate, undo exact
ALTER TABLE plumb_archive_1.of_at_3 ADD PRIMARY KEY (id);

-- step 15: migrate, undo exact with archive, locks public.price ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.price ALTER COLUMN at TYPE date;

-- step 16: migrate, undo exact
UPDATE plumb_archive_1.of_at_3 AS a SET plumb_new = public.price.at::text FROM public.price WHERE a.id = public.price.id;

COMMIT;
