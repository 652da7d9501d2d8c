-- Plan: 6 to add, 11 to change, 6 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.sequence_two ACCESS EXCLUSIVE
ALTER SEQUENCE public.sequence_two INCREMENT BY 1;

-- step 2: expand, undo exact, locks public.sequence_one ACCESS EXCLUSIVE
ALTER SEQUENCE public.sequence_one INCREMENT BY 5;

-- step 3: expand, undo exact, locks public.two ACCESS EXCLUSIVE
ALTER TABLE public.two ADD COLUMN a integer;

-- step 4: expand, undo exact, locks public.two ACCESS EXCLUSIVE
ALTER TABLE public.two ADD COLUMN b text;

-- step 5: expand, undo exact, locks public.one ACCESS EXCLUSIVE
ALTER TABLE public.one ADD COLUMN c date;

-- step 6: expand, undo exact, locks public.two ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.two ADD CONSTRAINT check_two CHECK ((a > 0));

-- step 7: expand, undo exact, locks public.two ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.two ADD CONSTRAINT check_one CHECK ((b <> ''::text));

-- step 8: expand, undo exact, locks public.two SHARE ROW EXCLUSIVE
CREATE TRIGGER trigger_one BEFORE UPDATE ON public.two FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- step 9: contract, undo exact, locks public.one ACCESS EXCLUSIVE
DROP TRIGGER trigger_one ON public.one;

-- step 10: expand, undo exact, locks public.view_two ACCESS EXCLUSIVE
DROP VIEW public.view_two;

-- step 11: expand, undo exact, locks public.over_view ACCESS EXCLUSIVE
DROP VIEW public.over_view;

-- step 12: expand, undo exact, locks public.view_one ACCESS EXCLUSIVE
DROP VIEW public.view_one;

-- step 13: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN r DROP DEFAULT;

-- step 14: migrate, undo lossy, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN r TYPE text;

-- step 15: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN s DROP DEFAULT;

-- step 16: migrate, undo lossy, locks public.uses ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.uses ALTER COLUMN s TYPE integer USING s::integer;

-- step 17: contract, undo lossy, locks public.one ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.one DROP COLUMN a;

-- step 18: expand, undo exact, locks public.two SHARE, scans, scans_table, blocks_writes
CREATE INDEX index_one ON public.two USING btree (b);

-- step 19: expand, undo exact
CREATE VIEW public.view_one AS
 SELECT one.c
   FROM public.one;

-- step 20: expand, undo exact
CREATE VIEW public.over_view AS
 SELECT view_one.c
   FROM public.view_one;

-- step 21: contract, undo lossy, locks public.one ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.one DROP COLUMN b;

-- step 22: expand, undo exact, locks public.two SHARE, scans, scans_table, blocks_writes
CREATE INDEX index_two ON public.two USING btree (a);

-- step 23: contract, undo lossy, locks public.two ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.two DROP COLUMN c;

-- step 24: expand, undo exact
CREATE VIEW public.view_two AS
 SELECT two.a
   FROM public.two;

-- step 25: expand, undo exact
DROP FUNCTION public.function_one();

-- step 26: expand, undo exact
CREATE OR REPLACE FUNCTION public.function_one()
 RETURNS text
 LANGUAGE sql
AS $function$SELECT 'two'$function$;

-- step 27: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN r SET DEFAULT public.function_one();

-- step 28: expand, undo exact
DROP FUNCTION public.function_two();

-- step 29: expand, undo exact
CREATE OR REPLACE FUNCTION public.function_two()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 30: expand, undo exact, locks public.uses ACCESS EXCLUSIVE
ALTER TABLE ONLY public.uses ALTER COLUMN s SET DEFAULT public.function_two();

COMMIT;
