-- Plan: 6 to add, 11 to change, 6 to drop, 2 to rebuild.
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

-- step 2: expand, undo exact, locks public.sequence_two ACCESS EXCLUSIVE
ALTER SEQUENCE public.sequence_two INCREMENT BY 1;

-- step 3: expand, undo exact, locks public.sequence_one ACCESS EXCLUSIVE
ALTER SEQUENCE public.sequence_one INCREMENT BY 5;

-- step 4: expand, undo exact, locks public.two ACCESS EXCLUSIVE
ALTER TABLE public.two ADD COLUMN a integer;

-- step 5: expand, undo exact, locks public.two ACCESS EXCLUSIVE
ALTER TABLE public.two ADD COLUMN b text;

-- step 6: expand, undo exact, locks public.one ACCESS EXCLUSIVE
ALTER TABLE public.one ADD COLUMN c date;

-- step 7: expand, undo exact, locks public.two ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.two ADD CONSTRAINT check_two CHECK ((a > 0));

-- step 8: expand, undo exact, locks public.two ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.two ADD CONSTRAINT check_one CHECK ((b <> ''::text));

-- step 9: expand, undo exact, locks public.two SHARE ROW EXCLUSIVE
CREATE TRIGGER trigger_one BEFORE UPDATE ON public.two FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- step 10: contract, undo exact, locks public.one ACCESS EXCLUSIVE
DROP TRIGGER trigger_one ON public.one;

-- step 11: expand, undo exact, locks public.view_two ACCESS EXCLUSIVE
DROP VIEW public.view_two;

-- step 12: expand, undo exact, locks public.over_view ACCESS EXCLUSIVE
DROP VIEW public.over_view;

-- step 13: expand, undo exact, locks public.view_one ACCESS EXCLUSIVE
DROP VIEW public.view_one;

-- step 14: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN r DROP DEFAULT;

-- step 15: migrate, undo exact, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN r TYPE text;

-- step 16: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN s DROP DEFAULT;

-- step 17: migrate, undo exact
LOCK TABLE public.uses IN ACCESS EXCLUSIVE MODE;

-- step 18: migrate, undo exact
CREATE TABLE plumb_archive_1.of_s_1 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, r, s::text AS plumb_old, NULL::integer AS plumb_new FROM public.uses WITH NO DATA;

-- step 19: migrate, undo exact
INSERT INTO plumb_archive_1.of_s_1 SELECT tableoid, ctid, r, s::text, s::integer FROM public.uses;

-- step 20: migrate, undo exact
ALTER TABLE plumb_archive_1.of_s_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 21: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_s_1 (plumb_part, plumb_place);

-- step 22: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_s_1_is(plumb_archive_1.of_s_1) RETURNS plumb_archive_1.of_s_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_s_1 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 23: migrate, undo exact with archive, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN s TYPE integer USING (plumb_archive_1.of_s_1_is(ROW(tableoid, ctid, r, NULL, NULL)::plumb_archive_1.of_s_1)).plumb_new::integer;

-- step 24: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_s_1_is(plumb_archive_1.of_s_1);

-- step 25: contract, undo exact, locks public.one SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.one IN SHARE ROW EXCLUSIVE MODE;

-- step 26: contract, undo exact
CREATE TABLE plumb_archive_1.of_a_2 AS SELECT id, a FROM public.one WHERE a IS NOT NULL;

-- step 27: contract, undo exact
ALTER TABLE plumb_archive_1.of_a_2 ADD PRIMARY KEY (id);

-- step 28: contract, undo exact with archive, locks public.one ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.one DROP COLUMN a;

-- step 29: expand, undo exact, locks public.two SHARE, scans, scans_table, blocks_writes
CREATE INDEX index_one ON public.two USING btree (b);

-- step 30: expand, undo exact
CREATE VIEW public.view_one AS
 SELECT one.c
   FROM public.one;

-- step 31: expand, undo exact
CREATE VIEW public.over_view AS
 SELECT view_one.c
   FROM public.view_one;

-- step 32: contract, undo exact, locks public.one SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.one IN SHARE ROW EXCLUSIVE MODE;

-- step 33: contract, undo exact
CREATE TABLE plumb_archive_1.of_b_3 AS SELECT id, b FROM public.one WHERE b IS NOT NULL;

-- step 34: contract, undo exact
ALTER TABLE plumb_archive_1.of_b_3 ADD PRIMARY KEY (id);

-- step 35: contract, undo exact with archive, locks public.one ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.one DROP COLUMN b;

-- step 36: expand, undo exact, locks public.two SHARE, scans, scans_table, blocks_writes
CREATE INDEX index_two ON public.two USING btree (a);

-- step 37: contract, undo exact, locks public.two SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.two IN SHARE ROW EXCLUSIVE MODE;

-- step 38: contract, undo exact
CREATE TABLE plumb_archive_1.of_c_4 AS SELECT id, c FROM public.two WHERE c IS NOT NULL;

-- step 39: contract, undo exact
ALTER TABLE plumb_archive_1.of_c_4 ADD PRIMARY KEY (id);

-- step 40: contract, undo exact with archive, locks public.two ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.two DROP COLUMN c;

-- step 41: expand, undo exact
CREATE VIEW public.view_two AS
 SELECT two.a
   FROM public.two;

-- step 42: expand, undo exact
DROP FUNCTION public.function_one();

-- step 43: expand, undo exact
CREATE OR REPLACE FUNCTION public.function_one()
 RETURNS text
 LANGUAGE sql
AS $function$SELECT 'two'$function$;

-- step 44: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN r SET DEFAULT public.function_one();

-- step 45: expand, undo exact
DROP FUNCTION public.function_two();

-- step 46: expand, undo exact
CREATE OR REPLACE FUNCTION public.function_two()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 47: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN s SET DEFAULT public.function_two();

COMMIT;
