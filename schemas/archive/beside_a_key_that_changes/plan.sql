-- Plan: 0 to add, 6 to change, 4 to drop.
-- Proven: both
-- Warning: what becomes of public.sale.at hangs on the TimeZone of the session that deploys; `-- plumb: using COLUMN AT TIME ZONE 'UTC'` says which
-- Warning: a rollback casts what is written to public.item.id after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: expand, undo exact, locks public.look ACCESS EXCLUSIVE
ALTER TYPE public.look RENAME TO look_old;

-- step 3: expand, undo exact
CREATE TYPE public.look AS (
    taken date,
    by text
);

-- step 4: migrate, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN number TYPE bigint;

-- step 5: migrate, undo exact
LOCK TABLE public.sale IN ACCESS EXCLUSIVE MODE;

-- step 6: migrate, undo exact
CREATE TABLE plumb_archive_1.of_at_1 AS SELECT shop, number, at::text AS plumb_old, NULL::text AS plumb_new FROM public.sale;

-- step 7: migrate, undo exact
ALTER TABLE plumb_archive_1.of_at_1 ADD PRIMARY KEY (shop, number);

-- step 8: migrate, undo exact with archive, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN at TYPE date;

-- step 9: migrate, undo exact
UPDATE plumb_archive_1.of_at_1 AS a SET plumb_new = public.sale.at::text FROM public.sale WHERE a.shop = public.sale.shop and a.number = public.sale.number;

-- step 10: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT item_check;

-- step 11: contract, undo exact, locks public.sale SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.sale IN SHARE ROW EXCLUSIVE MODE;

-- step 12: contract, undo exact
CREATE TABLE plumb_archive_1.of_note_2 AS SELECT shop, number, note FROM public.sale WHERE note IS NOT NULL;

-- step 13: contract, undo exact
ALTER TABLE plumb_archive_1.of_note_2 ADD PRIMARY KEY (shop, number);

-- step 14: contract, undo exact with archive, locks public.sale ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.sale DROP COLUMN note;

-- step 15: contract, undo exact, locks public.item ACCESS EXCLUSIVE
DROP INDEX public.item_colour;

-- step 16: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 17: migrate, undo exact
CREATE TABLE plumb_archive_1.of_id_3 AS SELECT id, id::text AS plumb_old, NULL::text AS plumb_new FROM public.item WITH NO DATA;

-- step 18: migrate, undo exact
INSERT INTO plumb_archive_1.of_id_3 SELECT id, id::text, 'item-' || id FROM public.item;

-- step 19: migrate, undo exact
ALTER TABLE plumb_archive_1.of_id_3 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 20: migrate, undo exact
ALTER TABLE plumb_archive_1.of_id_3 ADD PRIMARY KEY (id);

-- step 21: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_id_3 (plumb_new);

-- step 22: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_id_3_is(plumb_archive_1.of_id_3) RETURNS plumb_archive_1.of_id_3 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_id_3 AS a JOIN (SELECT ($1).*) AS now USING (id) $plumb$;

-- step 23: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN id TYPE text USING (plumb_archive_1.of_id_3_is(ROW(id, NULL, NULL)::plumb_archive_1.of_id_3)).plumb_new::text;

-- step 24: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_id_3_is(plumb_archive_1.of_id_3);

-- step 25: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 26: migrate, undo exact
CREATE TABLE plumb_archive_1.of_price_4 AS SELECT id, price::text AS plumb_old, NULL::text AS plumb_new FROM public.item;

-- step 27: migrate, undo exact
ALTER TABLE plumb_archive_1.of_price_4 ADD PRIMARY KEY (id);

-- step 28: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN price TYPE integer;

-- step 29: migrate, undo exact
UPDATE plumb_archive_1.of_price_4 AS a SET plumb_new = public.item.price::text FROM public.item WHERE a.id = public.item.id;

-- step 30: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 31: migrate, undo exact
CREATE TABLE plumb_archive_1.of_look_5 AS SELECT id, look::text AS plumb_old, NULL::text AS plumb_new FROM public.item;

-- step 32: migrate, undo exact
ALTER TABLE plumb_archive_1.of_look_5 ADD PRIMARY KEY (id);

-- step 33: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN look TYPE public.look USING look::text::public.look;

-- step 34: migrate, undo exact
UPDATE plumb_archive_1.of_look_5 AS a SET plumb_new = public.item.look::text FROM public.item WHERE a.id = public.item.id;

-- step 35: contract, undo exact, locks public.item SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.item IN SHARE ROW EXCLUSIVE MODE;

-- step 36: contract, undo exact
CREATE TABLE plumb_archive_1.of_colour_6 AS SELECT id, colour FROM public.item WHERE colour IS NOT NULL;

-- step 37: contract, undo exact
ALTER TABLE plumb_archive_1.of_colour_6 ADD PRIMARY KEY (id);

-- step 38: contract, undo exact with archive, locks public.item ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.item DROP COLUMN colour;

-- step 39: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 40: migrate, undo exact
CREATE TABLE plumb_archive_1.of_label_7 AS SELECT id, label::text AS plumb_old, NULL::text AS plumb_new FROM public.item;

-- step 41: migrate, undo exact
ALTER TABLE plumb_archive_1.of_label_7 ADD PRIMARY KEY (id);

-- step 42: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP COLUMN label;

-- step 43: expand, undo exact, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ADD COLUMN label text GENERATED ALWAYS AS (('no. '::text || id)) STORED;

-- step 44: migrate, undo exact
UPDATE plumb_archive_1.of_label_7 AS a SET plumb_new = public.item.label::text FROM public.item WHERE a.id = public.item.id;

-- step 45: expand, undo exact
DROP TYPE public.look_old;

COMMIT;
