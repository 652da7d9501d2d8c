-- Plan: 12 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE EXTENSION citext WITH SCHEMA ext;

-- step 2: expand, undo exact
CREATE EXTENSION hstore WITH SCHEMA ext;

-- step 3: expand, undo exact
CREATE EXTENSION pg_trgm WITH SCHEMA ext;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.take(ext.hstore)
 RETURNS ext.citext
 LANGUAGE sql
 SET search_path TO 'ext'
AS $function$ SELECT ($1 -> 'a')::citext $function$;

-- step 5: expand, undo exact, locks public.kept ACCESS EXCLUSIVE
ALTER TABLE public.kept ADD COLUMN more ext.hstore DEFAULT ext.hstore('a'::text, 'b'::text) NOT NULL;

-- step 6: expand, undo exact, locks public.kept ACCESS EXCLUSIVE
ALTER TABLE public.kept ADD COLUMN name ext.citext;

-- step 7: expand, undo exact, locks public.kept ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.kept ADD CONSTRAINT kept_name_check CHECK ((name OPERATOR(ext.<>) ''::ext.citext));

-- step 8: expand, undo exact, locks public.kept SHARE, scans, scans_table, blocks_writes
CREATE INDEX kept_a ON public.kept USING gin (a ext.gin_trgm_ops);

-- step 9: expand, undo exact, locks public.kept SHARE, scans, scans_table, blocks_writes
CREATE INDEX kept_more ON public.kept USING gist (more ext.gist_hstore_ops (siglen='32'));

-- step 10: expand, undo exact
CREATE VIEW public.shown AS
 SELECT kept.id,
    (kept.more OPERATOR(ext.->) 'a'::text) AS a,
    ext.similarity(kept.a, 'x'::text) AS near
   FROM public.kept
  WHERE (kept.a OPERATOR(ext.%) 'y'::text);

-- step 11: expand, undo exact, changes_access
GRANT USAGE ON SCHEMA ext TO shop_app;

-- step 12: expand, undo exact
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

-- step 13: expand, undo exact
COMMENT ON EXTENSION hstore IS 'Keys and values';

-- step 14: expand, undo exact
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

COMMIT;
