-- Plan: 2 to add, 2 to change, 2 to drop.
-- Proven: both
-- Warning: new.sql:1:1: enum type public.two looks like public.one under another name: if it is, write `-- plumb: renamed from one` before it
-- Warning: new.sql:2:1: composite type public.one looks like public.two under another name: if it is, write `-- plumb: renamed from two` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: migrate, undo exact, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN p TYPE text USING p::text;

-- step 3: contract, undo exact
DROP TYPE public.one;

-- step 4: expand, undo exact
CREATE TYPE public.one AS (
    x integer
);

-- step 5: migrate, undo exact
LOCK TABLE public.uses IN ACCESS EXCLUSIVE MODE;

-- step 6: migrate, undo exact
CREATE TABLE plumb_archive_1.of_q_1 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, p::text, q::text AS plumb_old, NULL::public.one AS plumb_new FROM public.uses WITH NO DATA;

-- step 7: migrate, undo exact
INSERT INTO plumb_archive_1.of_q_1 SELECT tableoid, ctid, p::text, q::text, q::text::public.one FROM public.uses;

-- step 8: migrate, undo exact
ALTER TABLE plumb_archive_1.of_q_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 9: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_q_1 (plumb_part, plumb_place);

-- step 10: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_q_1_is(plumb_archive_1.of_q_1) RETURNS plumb_archive_1.of_q_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_q_1 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 11: migrate, undo exact with archive, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN q TYPE public.one USING (plumb_archive_1.of_q_1_is(ROW(tableoid, ctid, p::text, NULL, NULL)::plumb_archive_1.of_q_1)).plumb_new::public.one;

-- step 12: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_q_1_is(plumb_archive_1.of_q_1);

-- step 13: contract, undo exact
DROP TYPE public.two;

-- step 14: expand, undo exact
CREATE TYPE public.two AS ENUM ('a');

-- step 15: migrate, undo exact
LOCK TABLE public.uses IN ACCESS EXCLUSIVE MODE;

-- step 16: migrate, undo exact
CREATE TABLE plumb_archive_1.of_p_2 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, q::text, p::text AS plumb_old, NULL::public.two AS plumb_new FROM public.uses WITH NO DATA;

-- step 17: migrate, undo exact
INSERT INTO plumb_archive_1.of_p_2 SELECT tableoid, ctid, q::text, p::text, p::text::public.two FROM public.uses;

-- step 18: migrate, undo exact
ALTER TABLE plumb_archive_1.of_p_2 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 19: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_p_2 (plumb_part, plumb_place);

-- step 20: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_p_2_is(plumb_archive_1.of_p_2) RETURNS plumb_archive_1.of_p_2 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_p_2 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 21: migrate, undo exact with archive, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN p TYPE public.two USING (plumb_archive_1.of_p_2_is(ROW(tableoid, ctid, q::text, NULL, NULL)::plumb_archive_1.of_p_2)).plumb_new::public.two;

-- step 22: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_p_2_is(plumb_archive_1.of_p_2);

COMMIT;
