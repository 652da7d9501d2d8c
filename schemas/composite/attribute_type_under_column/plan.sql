-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.amounts ACCESS EXCLUSIVE
DROP VIEW public.amounts;

-- step 2: expand, undo exact, locks public.money_of ACCESS EXCLUSIVE
ALTER TYPE public.money_of RENAME TO money_of_old;

-- step 3: expand, undo exact
CREATE TYPE public.money_of AS (
    amount bigint,
    currency text
);

-- step 4: migrate, undo exact, locks public.offer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.offer ALTER COLUMN price TYPE public.money_of USING price::text::public.money_of;

-- step 5: migrate, undo exact, locks public.offer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.offer ALTER COLUMN prices TYPE public.money_of[] USING prices::text::public.money_of[];

-- step 6: expand, undo exact
CREATE VIEW public.amounts AS
 SELECT (offer.price).amount AS amount
   FROM public.offer;

-- step 7: expand, undo exact
DROP TYPE public.money_of_old;

COMMIT;
