-- Plan: 0 to add, 2 to change, 0 to drop, 4 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.priced ACCESS EXCLUSIVE
DROP VIEW public.priced;

-- step 2: expand, undo exact, locks public.item ACCESS EXCLUSIVE
DROP INDEX public.item_gross;

-- step 3: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item DROP CONSTRAINT not_too_dear;

-- step 4: expand, undo exact
DROP FUNCTION public.gross(integer);

-- step 5: expand, undo exact
CREATE OR REPLACE FUNCTION public.gross(net integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT (net + net / 5)::bigint$function$;

-- step 6: expand, undo exact, locks public.item ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.item ADD CONSTRAINT not_too_dear CHECK ((public.gross(price) < 100000));

-- step 7: expand, undo exact, locks public.item SHARE, scans, scans_table, blocks_writes
CREATE INDEX item_gross ON public.item USING btree (public.gross(price));

-- step 8: expand, undo exact
CREATE VIEW public.priced AS
 SELECT item.id,
    public.gross(item.price) AS gross
   FROM public.item;

-- step 9: expand, undo exact
GRANT EXECUTE ON FUNCTION public.gross(integer) TO shop_app;

-- step 10: expand, undo exact
COMMENT ON FUNCTION public.gross(integer) IS 'With taxes';

COMMIT;
