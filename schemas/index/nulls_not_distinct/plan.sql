-- Plan: 0 to add, 4 to change, 0 to drop.
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

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.one;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.two;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;

-- step 5: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 6: migrate, undo exact
CREATE TABLE plumb_archive_1.of_b_1 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, a, b::text AS plumb_old, NULL::numeric(3,-2) AS plumb_new FROM public.t WITH NO DATA;

-- step 7: migrate, undo exact
INSERT INTO plumb_archive_1.of_b_1 SELECT tableoid, ctid, a, b::text, b::numeric(3,-2) FROM public.t;

-- step 8: migrate, undo exact
ALTER TABLE plumb_archive_1.of_b_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 9: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_b_1 (plumb_part, plumb_place);

-- step 10: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_b_1_is(plumb_archive_1.of_b_1) RETURNS plumb_archive_1.of_b_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_b_1 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 11: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(3,-2) USING (plumb_archive_1.of_b_1_is(ROW(tableoid, ctid, a, NULL, NULL)::plumb_archive_1.of_b_1)).plumb_new::numeric(3,-2);

-- step 12: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_b_1_is(plumb_archive_1.of_b_1);

-- step 13: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 1200;

-- step 14: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX one ON public.t USING btree (a) NULLS NOT DISTINCT WHERE (b > (0)::numeric);

-- step 15: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX two ON public.t USING btree (b);

COMMIT;
