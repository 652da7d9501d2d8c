-- Plan: 1 to add, 4 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN more DROP DEFAULT;

-- step 3: contract, undo exact, breaks_queries
DROP FUNCTION public.f(public.hstore);

-- step 4: expand, undo exact, locks hstore ACCESS EXCLUSIVE
ALTER EXTENSION hstore SET SCHEMA ext;

-- step 5: expand, undo exact
CREATE OR REPLACE FUNCTION public.f(ext.hstore)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT $1::text $function$;

-- step 6: migrate, undo lossy, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN more TYPE ext.hstore USING more::text::ext.hstore;

-- step 7: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN more SET DEFAULT ext.hstore('a'::text, 'b'::text);

-- step 8: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.id,
    (t.more OPERATOR(ext.->) 'a'::text) AS a
   FROM public.t;

COMMIT;
