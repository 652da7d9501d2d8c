-- Plan: 0 to add, 2 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.total ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.total;

-- step 2: migrate, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN amount TYPE bigint;

-- step 3: expand, undo exact
CREATE MATERIALIZED VIEW public.total WITH (fillfactor = '80') AS
 SELECT sum(sale.amount) AS amount
   FROM public.sale
WITH NO DATA;

COMMIT;
