-- Plan: 0 to add, 1 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.t_norm;

-- step 2: expand, undo exact
DROP FUNCTION public.norm(text);

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.norm(text)
 RETURNS character varying
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT lower($1)::varchar$function$;

-- step 4: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_norm ON public.t USING btree (public.norm(name));

COMMIT;
