-- Plan: 0 to add, 8 to change, 0 to drop.
-- Proven: both
-- Warning: a rollback casts what is written to public.item.short, public.measure.taken, public.item.code after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

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
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE plumb_archive_1.of_short_1 AS SELECT shop, id, short::text AS plumb_old, NULL::text AS plumb_new FROM public.item;

-- step 4: migrate, undo exact
ALTER TABLE plumb_archive_1.of_short_1 ADD PRIMARY KEY (shop, id);

-- step 5: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN short TYPE jsonb USING jsonb_build_object('short', short);

-- step 6: migrate, undo exact
UPDATE plumb_archive_1.of_short_1 AS a SET plumb_new = public.item.short::text FROM public.item WHERE a.shop = public.item.shop and a.id = public.item.id;

-- step 7: migrate, undo exact
LOCK TABLE public.measure IN ACCESS EXCLUSIVE MODE;

-- step 8: migrate, undo exact
CREATE TABLE plumb_archive_1.of_taken_2 AS SELECT id, taken::text AS plumb_old, NULL::text AS plumb_new FROM public.measure;

-- step 9: migrate, undo exact
ALTER TABLE plumb_archive_1.of_taken_2 ADD PRIMARY KEY (id);

-- step 10: migrate, undo exact with archive, locks public.measure ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.measure ALTER COLUMN taken TYPE text USING coalesce(taken || ' m', 'none');

-- step 11: migrate, undo exact
UPDATE plumb_archive_1.of_taken_2 AS a SET plumb_new = public.measure.taken::text FROM public.measure WHERE a.id = public.measure.id;

-- step 12: expand, undo exact, locks public.code ACCESS EXCLUSIVE
DROP VIEW public.code;

-- step 13: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 14: migrate, undo exact
CREATE TABLE plumb_archive_1.of_code_3 AS SELECT shop, id, code::text AS plumb_old, NULL::text AS plumb_new FROM public.item;

-- step 15: migrate, undo exact
ALTER TABLE plumb_archive_1.of_code_3 ADD PRIMARY KEY (shop, id);

-- step 16: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN code TYPE text USING 'item-' || code;

-- step 17: migrate, undo exact
UPDATE plumb_archive_1.of_code_3 AS a SET plumb_new = public.item.code::text FROM public.item WHERE a.shop = public.item.shop and a.id = public.item.id;

-- step 18: expand, undo exact
CREATE VIEW public.code AS
 SELECT item.code
   FROM public.item;

-- step 19: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE ONLY public.item ALTER COLUMN mood DROP DEFAULT;

-- step 20: expand, undo exact, locks public.mood ACCESS EXCLUSIVE
ALTER TYPE public.mood RENAME TO mood_old;

-- step 21: expand, undo exact
CREATE TYPE public.mood AS ENUM ('happy', 'sad');

-- step 22: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 23: migrate, undo exact
CREATE TABLE plumb_archive_1.of_mood_4 AS SELECT shop, id, mood::text AS plumb_old, NULL::text AS plumb_new FROM public.item;

-- step 24: migrate, undo exact
ALTER TABLE plumb_archive_1.of_mood_4 ADD PRIMARY KEY (shop, id);

-- step 25: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN mood TYPE public.mood USING CASE mood WHEN 'good' THEN 'happy' ELSE 'sad' END::public.mood;

-- step 26: migrate, undo exact
UPDATE plumb_archive_1.of_mood_4 AS a SET plumb_new = public.item.mood::text FROM public.item WHERE a.shop = public.item.shop and a.id = public.item.id;

-- step 27: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE ONLY public.item ALTER COLUMN mood SET DEFAULT 'happy'::public.mood;

-- step 28: expand, undo exact
DROP TYPE public.mood_old;

COMMIT;
