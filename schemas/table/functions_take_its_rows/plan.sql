-- Plan: 9 to add, 0 to change, 2 to drop.
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

-- step 2: expand, undo exact, locks public.person ACCESS EXCLUSIVE
ALTER TABLE public.person ADD COLUMN born date;

-- step 3: expand, undo exact, locks public.person ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.person ADD CONSTRAINT named CHECK ((public.full_name(person.*) <> ''::text));

-- step 4: expand, undo exact, locks public.person SHARE, scans, scans_table, blocks_writes
CREATE INDEX person_name ON public.person USING btree (public.full_name(person.*));

-- step 5: expand, undo exact
CREATE VIEW public.shown AS
 SELECT public.full_name(p.*) AS full_name
   FROM public.person p;

-- step 6: expand, undo exact
CREATE TABLE public.pet (
    id integer,
    owner text
);

-- step 7: expand, undo exact
ALTER TABLE public.pet ENABLE ROW LEVEL SECURITY;

-- step 8: expand, undo exact
CREATE OR REPLACE FUNCTION public.next_pet(public.pet[])
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 1 + coalesce(cardinality($1), 0) $function$;

-- step 9: expand, undo exact
CREATE OR REPLACE FUNCTION public.pets()
 RETURNS SETOF public.pet
 LANGUAGE sql
AS $function$ SELECT * FROM pet $function$;

-- step 10: expand, undo exact
ALTER TABLE ONLY public.pet ALTER COLUMN id SET DEFAULT public.next_pet(NULL::public.pet[]);

-- step 11: expand, undo exact
CREATE VIEW public.pet_view AS
 SELECT pets.id,
    pets.owner
   FROM public.pets() pets(id, owner);

-- step 12: expand, undo exact
CREATE OR REPLACE FUNCTION public.of_view(public.pet_view)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT $1.id $function$;

-- step 13: expand, undo exact
CREATE POLICY own ON public.pet TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.pets() p(id, owner)
  WHERE (p.id = pet.id))));

-- step 14: contract, undo exact, locks public.gone ACCESS EXCLUSIVE
ALTER TABLE public.gone DROP CONSTRAINT gone_check;

-- step 15: contract, undo exact, breaks_queries
DROP FUNCTION public.of_gone(public.gone);

-- step 16: contract, undo exact
LOCK TABLE ONLY public.gone IN ACCESS EXCLUSIVE MODE;

-- step 17: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT id FROM ONLY public.gone;

-- step 18: contract, undo exact with archive, locks public.gone ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.gone;

COMMIT;
