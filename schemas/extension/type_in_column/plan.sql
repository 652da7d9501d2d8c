-- Plan: 1 to add, 2 to change, 1 to drop.
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

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN mail SET NOT NULL;

-- step 3: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 4: migrate, undo exact
CREATE TABLE plumb_archive_1.of_extra_1 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, id, mail::text, extra::text AS plumb_old, NULL::jsonb AS plumb_new FROM public.t WITH NO DATA;

-- step 5: migrate, undo exact
INSERT INTO plumb_archive_1.of_extra_1 SELECT tableoid, ctid, id, mail::text, extra::text, extra::jsonb FROM public.t;

-- step 6: migrate, undo exact
ALTER TABLE plumb_archive_1.of_extra_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 7: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_extra_1 (plumb_part, plumb_place);

-- step 8: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_extra_1_is(plumb_archive_1.of_extra_1) RETURNS plumb_archive_1.of_extra_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_extra_1 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 9: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN extra TYPE jsonb USING (plumb_archive_1.of_extra_1_is(ROW(tableoid, ctid, id, mail::text, NULL, NULL)::plumb_archive_1.of_extra_1)).plumb_new::jsonb;

-- step 10: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_extra_1_is(plumb_archive_1.of_extra_1);

-- step 11: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_mail_key UNIQUE (mail);

-- step 12: contract, undo exact, locks hstore ACCESS EXCLUSIVE
DROP EXTENSION hstore;

COMMIT;
