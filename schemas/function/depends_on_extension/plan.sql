-- Plan: 7 to add, 1 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.hashed(text)
 RETURNS bytea
 LANGUAGE sql
AS $function$SELECT digest($1, 'sha512')$function$;

-- step 2: expand, undo exact
ALTER FUNCTION public.hashed(pg_catalog.text) DEPENDS ON EXTENSION pgcrypto;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.coming(text)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.trigger_function()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN new; END$function$;

-- step 5: expand, undo exact
CREATE MATERIALIZED VIEW public.m AS
 SELECT 1 AS one;

-- step 6: expand, undo exact, locks public.t SHARE ROW EXCLUSIVE
CREATE TRIGGER t_t BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.trigger_function();

-- step 7: expand, undo exact
ALTER FUNCTION public.coming(pg_catalog.text) DEPENDS ON EXTENSION pgcrypto;

-- step 8: expand, undo exact
ALTER INDEX public.t_a DEPENDS ON EXTENSION pgcrypto;

-- step 9: expand, undo exact
ALTER MATERIALIZED VIEW public.m DEPENDS ON EXTENSION pgcrypto;

-- step 10: expand, undo exact
ALTER PROCEDURE public.p() DEPENDS ON EXTENSION pgcrypto;

-- step 11: expand, undo exact
ALTER TRIGGER t_t on public.t DEPENDS ON EXTENSION pgcrypto;

-- step 12: contract, undo exact
ALTER FUNCTION public.freed(pg_catalog.text) NO DEPENDS ON EXTENSION citext;

-- step 13: contract, undo exact
ALTER FUNCTION public.kept(pg_catalog.text) NO DEPENDS ON EXTENSION pgcrypto;

-- step 14: contract, undo exact, locks citext ACCESS EXCLUSIVE
DROP EXTENSION citext;

COMMIT;
