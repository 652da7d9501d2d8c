-- Plan: 0 to add, 4 to change, 0 to drop, 1 to rebuild.
-- Proven: both
-- Warning: what becomes of public.visit.at hangs on the TimeZone of the session that deploys; `-- plumb: using COLUMN AT TIME ZONE 'UTC'` says which
-- Warning: a rollback casts what is written to public.token."the, key", public.item.id, public.part.item after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

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
LOCK TABLE public.visit IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE plumb_archive_1.of_at_1 AS SELECT shop, at, at::text AS plumb_old, NULL::date AS plumb_new FROM public.visit WITH NO DATA;

-- step 4: migrate, undo exact
INSERT INTO plumb_archive_1.of_at_1 SELECT shop, at, at::text, at::date FROM public.visit;

-- step 5: migrate, undo exact
ALTER TABLE plumb_archive_1.of_at_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 6: migrate, undo exact
ALTER TABLE plumb_archive_1.of_at_1 ADD PRIMARY KEY (shop, at);

-- step 7: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_at_1 (plumb_new);

-- step 8: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_at_1_is(plumb_archive_1.of_at_1) RETURNS plumb_archive_1.of_at_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_at_1 AS a JOIN (SELECT ($1).*) AS now USING (shop, at) $plumb$;

-- step 9: migrate, undo exact with archive, locks public.visit ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.visit ALTER COLUMN at TYPE date USING (plumb_archive_1.of_at_1_is(ROW(shop, at, NULL, NULL)::plumb_archive_1.of_at_1)).plumb_new::date;

-- step 10: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_at_1_is(plumb_archive_1.of_at_1);

-- step 11: migrate, undo exact
LOCK TABLE public.token IN ACCESS EXCLUSIVE MODE;

-- step 12: migrate, undo exact
CREATE TABLE plumb_archive_1.of_thekey_2 AS SELECT "the, key", "the, key"::text AS plumb_old, NULL::uuid AS plumb_new FROM public.token WITH NO DATA;

-- step 13: migrate, undo exact
INSERT INTO plumb_archive_1.of_thekey_2 SELECT "the, key", "the, key"::text, gen_random_uuid() FROM public.token;

-- step 14: migrate, undo exact
ALTER TABLE plumb_archive_1.of_thekey_2 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 15: migrate, undo exact
ALTER TABLE plumb_archive_1.of_thekey_2 ADD PRIMARY KEY ("the, key");

-- step 16: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_thekey_2 (plumb_new);

-- step 17: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_thekey_2_is(plumb_archive_1.of_thekey_2) RETURNS plumb_archive_1.of_thekey_2 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_thekey_2 AS a JOIN (SELECT ($1).*) AS now USING ("the, key") $plumb$;

-- step 18: migrate, undo exact with archive, locks public.token ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.token ALTER COLUMN "the, key" TYPE uuid USING (plumb_archive_1.of_thekey_2_is(ROW("the, key", NULL, NULL)::plumb_archive_1.of_thekey_2)).plumb_new::uuid;

-- step 19: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_thekey_2_is(plumb_archive_1.of_thekey_2);

-- step 20: expand, undo exact, locks public.part ACCESS EXCLUSIVE, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.part DROP CONSTRAINT part_item_fkey;

-- step 21: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 22: migrate, undo exact
CREATE TABLE plumb_archive_1.of_id_3 AS SELECT id, id::text AS plumb_old, NULL::text AS plumb_new FROM public.item WITH NO DATA;

-- step 23: migrate, undo exact
INSERT INTO plumb_archive_1.of_id_3 SELECT id, id::text, 'item-' || id FROM public.item;

-- step 24: migrate, undo exact
ALTER TABLE plumb_archive_1.of_id_3 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 25: migrate, undo exact
ALTER TABLE plumb_archive_1.of_id_3 ADD PRIMARY KEY (id);

-- step 26: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_id_3 (plumb_new);

-- step 27: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_id_3_is(plumb_archive_1.of_id_3) RETURNS plumb_archive_1.of_id_3 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_id_3 AS a JOIN (SELECT ($1).*) AS now USING (id) $plumb$;

-- step 28: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN id TYPE text USING (plumb_archive_1.of_id_3_is(ROW(id, NULL, NULL)::plumb_archive_1.of_id_3)).plumb_new::text;

-- step 29: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_id_3_is(plumb_archive_1.of_id_3);

-- step 30: migrate, undo exact
LOCK TABLE public.part IN ACCESS EXCLUSIVE MODE;

-- step 31: migrate, undo exact
CREATE TABLE plumb_archive_1.of_item_4 AS SELECT id, item::text AS plumb_old, NULL::text AS plumb_new FROM public.part;

-- step 32: migrate, undo exact
ALTER TABLE plumb_archive_1.of_item_4 ADD PRIMARY KEY (id);

-- step 33: migrate, undo exact with archive, locks public.part ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.part ALTER COLUMN item TYPE text USING 'item-' || item;

-- step 34: migrate, undo exact
UPDATE plumb_archive_1.of_item_4 AS a SET plumb_new = public.part.item::text FROM public.part WHERE a.id = public.part.id;

-- step 35: expand, undo exact, locks public.part SHARE ROW EXCLUSIVE, locks public.item SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.part ADD CONSTRAINT part_item_fkey FOREIGN KEY (item) REFERENCES public.item(id);

COMMIT;
