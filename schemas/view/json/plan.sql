-- Plan: 2 to add, 4 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.pack(integer)
 RETURNS jsonb
 LANGUAGE sql
RETURN JSON_OBJECT('n' : $1 RETURNING jsonb);

-- step 2: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN big SET DEFAULT 1000;

-- step 3: expand, undo exact, locks public.shown ACCESS EXCLUSIVE
DROP VIEW public.shown;

-- step 4: expand, undo exact, locks public.kept ACCESS EXCLUSIVE
DROP VIEW public.kept;

-- step 5: migrate, undo exact, locks public.doc ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.doc ALTER COLUMN id TYPE bigint;

-- step 6: expand, undo exact
CREATE VIEW public.shown AS
 SELECT JSON_OBJECT('id' : id, 'body' : body FORMAT JSON RETURNING json) AS o
   FROM public.doc;

-- step 7: expand, undo exact
CREATE VIEW public.kept AS
 SELECT JSON_ARRAYAGG(id ORDER BY id RETURNING jsonb) AS ids
   FROM public.doc;

-- step 8: expand, undo exact
CREATE MATERIALIZED VIEW public.counted AS
 SELECT JSON_ARRAY(id, body RETURNING json) AS pair
   FROM public.doc;

-- step 9: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE public.doc DROP CONSTRAINT doc_body_check;

-- step 10: expand, undo exact, locks public.doc ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.doc ADD CONSTRAINT doc_body_check CHECK ((body IS JSON WITH UNIQUE KEYS));

COMMIT;
