-- Plan: 1 to add, 4 to change, 1 to drop.
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

-- step 2: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN more DROP DEFAULT;

-- step 4: contract, undo exact, breaks_queries
DROP FUNCTION public.f(public.hstore);

-- step 5: expand, undo exact, locks hstore ACCESS EXCLUSIVE
ALTER EXTENSION hstore SET SCHEMA ext;

-- step 6: expand, undo exact
CREATE OR REPLACE FUNCTION public.f(ext.hstore)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT $1::text $function$;

-- step 7: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 8: migrate, undo exact
CREATE TABLE plumb_archive_1.of_more_1 AS SELECT id, more::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 9: migrate, undo exact
ALTER TABLE plumb_archive_1.of_more_1 ADD PRIMARY KEY (id);

-- step 10: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN more TYPE ext.hstore USING more::text::ext.hstore;

-- step 11: migrate, undo exact
UPDATE plumb_archive_1.of_more_1 AS a SET plumb_new = public.t.more::text FROM public.t WHERE a.id = public.t.id;

-- step 12: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN more SET DEFAULT ext.hstore('a'::text, 'b'::text);

-- step 13: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.id,
    (t.more OPERATOR(ext.->) 'a'::text) AS a
   FROM public.t;

COMMIT;
