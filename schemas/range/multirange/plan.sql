-- Plan: 4 to add, 0 to change, 2 to drop.
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

-- step 2: expand, undo exact
CREATE TYPE public.weight_range AS RANGE (SUBTYPE = numeric, MULTIRANGE_TYPE_NAME = public."Weights");

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.heaviest(public."Weights")
 RETURNS numeric
 LANGUAGE sql
AS $function$SELECT upper($1)$function$;

-- step 4: expand, undo exact, locks public.offer ACCESS EXCLUSIVE
ALTER TABLE public.offer ADD COLUMN weights public."Weights" DEFAULT '{[1,2]}'::public."Weights";

-- step 5: expand, undo exact
GRANT USAGE ON TYPE public.weight_range TO shop_app;

-- step 6: contract, undo exact, locks public.offer SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.offer IN SHARE ROW EXCLUSIVE MODE;

-- step 7: contract, undo exact
CREATE TABLE plumb_archive_1.of_prices_1 AS SELECT id, prices::text AS prices FROM public.offer WHERE prices IS NOT NULL;

-- step 8: contract, undo exact
ALTER TABLE plumb_archive_1.of_prices_1 ADD PRIMARY KEY (id);

-- step 9: contract, undo exact with archive, locks public.offer ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.offer DROP COLUMN prices;

-- step 10: contract, undo exact
DROP TYPE public.price_range;

COMMIT;
