-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.item ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.item RENAME COLUMN price TO net;

-- step 2: contract, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item RENAME CONSTRAINT item_price_check TO item_net_check;

-- step 3: contract, undo exact
CREATE OR REPLACE FUNCTION public.total_of(integer)
 RETURNS numeric
 LANGUAGE sql
AS $function$SELECT net FROM public.item WHERE id = $1$function$;

COMMIT;
