-- Plan: 0 to add, 10 to change, 1 to drop.
-- Proven: both
-- Warning: a rollback casts what is written to public.answer.code after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: expand, undo exact, locks public.mood ACCESS EXCLUSIVE
ALTER TYPE public.mood RENAME TO mood_old;

-- step 3: expand, undo exact
CREATE TYPE public.mood AS ENUM ('happy', 'sad');

-- step 4: migrate, undo exact
LOCK TABLE public.reading IN ACCESS EXCLUSIVE MODE;

-- step 5: migrate, undo exact
CREATE TABLE plumb_archive_1.of_value_1 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, place, taken, note, value::text AS plumb_old, NULL::integer AS plumb_new FROM public.reading WITH NO DATA;

-- step 6: migrate, undo exact
INSERT INTO plumb_archive_1.of_value_1 SELECT tableoid, ctid, place, taken, note, value::text, value::integer FROM public.reading;

-- step 7: migrate, undo exact
ALTER TABLE plumb_archive_1.of_value_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 8: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_value_1 (plumb_part, plumb_place);

-- step 9: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_value_1_is(plumb_archive_1.of_value_1) RETURNS plumb_archive_1.of_value_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_value_1 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 10: migrate, undo exact with archive, locks public.reading ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.reading ALTER COLUMN value TYPE integer USING (plumb_archive_1.of_value_1_is(ROW(tableoid, ctid, place, taken, note, NULL, NULL)::plumb_archive_1.of_value_1)).plumb_new::integer;

-- step 11: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_value_1_is(plumb_archive_1.of_value_1);

-- step 12: migrate, undo exact
LOCK TABLE public."only" IN ACCESS EXCLUSIVE MODE;

-- step 13: migrate, undo exact
CREATE TABLE plumb_archive_1.of_value_2 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, value::text AS plumb_old, NULL::integer AS plumb_new FROM public."only" WITH NO DATA;

-- step 14: migrate, undo exact
INSERT INTO plumb_archive_1.of_value_2 SELECT tableoid, ctid, value::text, value::integer FROM public."only";

-- step 15: migrate, undo exact
ALTER TABLE plumb_archive_1.of_value_2 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 16: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_value_2 (plumb_part, plumb_place);

-- step 17: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_value_2_is(plumb_archive_1.of_value_2) RETURNS plumb_archive_1.of_value_2 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_value_2 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 18: migrate, undo exact with archive, locks public."only" ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public."only" ALTER COLUMN value TYPE integer USING (plumb_archive_1.of_value_2_is(ROW(tableoid, ctid, NULL, NULL)::plumb_archive_1.of_value_2)).plumb_new::integer;

-- step 19: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_value_2_is(plumb_archive_1.of_value_2);

-- step 20: migrate, undo exact
LOCK TABLE public.felt IN ACCESS EXCLUSIVE MODE;

-- step 21: migrate, undo exact
CREATE TABLE plumb_archive_1.of_mood_3 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, who, mood::text AS plumb_old, NULL::public.mood AS plumb_new FROM public.felt WITH NO DATA;

-- step 22: migrate, undo exact
INSERT INTO plumb_archive_1.of_mood_3 SELECT tableoid, ctid, who, mood::text, CASE mood WHEN 'good' THEN 'happy' WHEN 'bad' THEN 'sad' END::public.mood FROM public.felt;

-- step 23: migrate, undo exact
ALTER TABLE plumb_archive_1.of_mood_3 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 24: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_mood_3 (plumb_part, plumb_place);

-- step 25: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_mood_3_is(plumb_archive_1.of_mood_3) RETURNS plumb_archive_1.of_mood_3 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_mood_3 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 26: migrate, undo exact with archive, locks public.felt ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.felt ALTER COLUMN mood TYPE public.mood USING (plumb_archive_1.of_mood_3_is(ROW(tableoid, ctid, who, NULL, NULL)::plumb_archive_1.of_mood_3)).plumb_new::public.mood;

-- step 27: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_mood_3_is(plumb_archive_1.of_mood_3);

-- step 28: migrate, undo exact
LOCK TABLE public.measure IN ACCESS EXCLUSIVE MODE;

-- step 29: migrate, undo exact
CREATE TABLE plumb_archive_1.of_value_4 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, region, value::text AS plumb_old, NULL::integer AS plumb_new FROM public.measure WITH NO DATA;

-- step 30: migrate, undo exact
INSERT INTO plumb_archive_1.of_value_4 SELECT tableoid, ctid, region, value::text, value::integer FROM public.measure;

-- step 31: migrate, undo exact
ALTER TABLE plumb_archive_1.of_value_4 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 32: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_value_4 (plumb_part, plumb_place);

-- step 33: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_value_4_is(plumb_archive_1.of_value_4) RETURNS plumb_archive_1.of_value_4 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_value_4 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 34: migrate, undo exact with archive, locks public.measure ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.measure ALTER COLUMN value TYPE integer USING (plumb_archive_1.of_value_4_is(ROW(tableoid, ctid, region, NULL, NULL)::plumb_archive_1.of_value_4)).plumb_new::integer;

-- step 35: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_value_4_is(plumb_archive_1.of_value_4);

-- step 36: migrate, undo exact
LOCK TABLE public.pair IN ACCESS EXCLUSIVE MODE;

-- step 37: migrate, undo exact
CREATE TABLE plumb_archive_1.of_a_5 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, b, c, d, a::text AS plumb_old, NULL::integer AS plumb_new FROM public.pair WITH NO DATA;

-- step 38: migrate, undo exact
INSERT INTO plumb_archive_1.of_a_5 SELECT tableoid, ctid, b, c, d, a::text, a::integer FROM public.pair;

-- step 39: migrate, undo exact
ALTER TABLE plumb_archive_1.of_a_5 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 40: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_a_5 (plumb_part, plumb_place);

-- step 41: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_a_5_is(plumb_archive_1.of_a_5) RETURNS plumb_archive_1.of_a_5 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_a_5 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 42: migrate, undo exact with archive, locks public.pair ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.pair ALTER COLUMN a TYPE integer USING (plumb_archive_1.of_a_5_is(ROW(tableoid, ctid, b, c, d, NULL, NULL)::plumb_archive_1.of_a_5)).plumb_new::integer;

-- step 43: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_a_5_is(plumb_archive_1.of_a_5);

-- step 44: migrate, undo exact
LOCK TABLE public.pair IN ACCESS EXCLUSIVE MODE;

-- step 45: migrate, undo exact
CREATE TABLE plumb_archive_1.of_b_6 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, a, c, d, b::text AS plumb_old, NULL::integer AS plumb_new FROM public.pair WITH NO DATA;

-- step 46: migrate, undo exact
INSERT INTO plumb_archive_1.of_b_6 SELECT tableoid, ctid, a, c, d, b::text, b::integer FROM public.pair;

-- step 47: migrate, undo exact
ALTER TABLE plumb_archive_1.of_b_6 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 48: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_b_6 (plumb_part, plumb_place);

-- step 49: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_b_6_is(plumb_archive_1.of_b_6) RETURNS plumb_archive_1.of_b_6 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_b_6 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 50: migrate, undo exact with archive, locks public.pair ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.pair ALTER COLUMN b TYPE integer USING (plumb_archive_1.of_b_6_is(ROW(tableoid, ctid, a, c, d, NULL, NULL)::plumb_archive_1.of_b_6)).plumb_new::integer;

-- step 51: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_b_6_is(plumb_archive_1.of_b_6);

-- step 52: expand, undo exact, locks public.code ACCESS EXCLUSIVE
DROP VIEW public.code;

-- step 53: migrate, undo exact
LOCK TABLE public.answer IN ACCESS EXCLUSIVE MODE;

-- step 54: migrate, undo exact
CREATE TABLE plumb_archive_1.of_code_7 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, said, source::text, code::text AS plumb_old, NULL::text AS plumb_new FROM public.answer WITH NO DATA;

-- step 55: migrate, undo exact
INSERT INTO plumb_archive_1.of_code_7 SELECT tableoid, ctid, said, source::text, code::text, 'item-' || code || '-' || (random() * 1000)::integer FROM public.answer;

-- step 56: migrate, undo exact
ALTER TABLE plumb_archive_1.of_code_7 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 57: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_code_7 (plumb_part, plumb_place);

-- step 58: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_code_7_is(plumb_archive_1.of_code_7) RETURNS plumb_archive_1.of_code_7 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_code_7 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 59: migrate, undo exact with archive, locks public.answer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.answer ALTER COLUMN code TYPE text USING (plumb_archive_1.of_code_7_is(ROW(tableoid, ctid, said, source::text, NULL, NULL)::plumb_archive_1.of_code_7)).plumb_new::text;

-- step 60: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_code_7_is(plumb_archive_1.of_code_7);

-- step 61: expand, undo exact
CREATE VIEW public.code AS
 SELECT answer.code
   FROM public.answer;

-- step 62: contract, undo exact, locks public.pair SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.pair IN SHARE ROW EXCLUSIVE MODE;

-- step 63: contract, undo exact
CREATE TABLE plumb_archive_1.of_d_8 AS SELECT row_number() OVER () AS plumb_number, a, b, c, d FROM public.pair;

-- step 64: contract, undo exact
ALTER TABLE plumb_archive_1.of_d_8 ADD PRIMARY KEY (plumb_number);

-- step 65: contract, undo exact with archive, locks public.pair ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.pair DROP COLUMN d;

-- step 66: expand, undo exact
DROP TYPE public.mood_old;

COMMIT;
