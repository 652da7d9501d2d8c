-- Plan: 0 to add, 2 to change, 0 to drop.
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

-- step 2: expand, undo exact, locks public.amounts ACCESS EXCLUSIVE
DROP VIEW public.amounts;

-- step 3: expand, undo exact, locks public.money_of ACCESS EXCLUSIVE
ALTER TYPE public.money_of RENAME TO money_of_old;

-- step 4: expand, undo exact
CREATE TYPE public.money_of AS (
    amount bigint,
    currency text
);

-- step 5: migrate, undo exact
LOCK TABLE public.offer IN ACCESS EXCLUSIVE MODE;

-- step 6: migrate, undo exact
CREATE TABLE plumb_archive_1.of_price_1 AS SELECT id, price::text AS plumb_old, NULL::text AS plumb_new FROM public.offer;

-- step 7: migrate, undo exact
ALTER TABLE plumb_archive_1.of_price_1 ADD PRIMARY KEY (id);

-- step 8: migrate, undo exact with archive, locks public.offer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.offer ALTER COLUMN price TYPE public.money_of USING price::text::public.money_of;

-- step 9: migrate, undo exact
UPDATE plumb_archive_1.of_price_1 AS a SET plumb_new = public.offer.price::text FROM public.offer WHERE a.id = public.offer.id;

-- step 10: migrate, undo exact
LOCK TABLE public.offer IN ACCESS EXCLUSIVE MODE;

-- step 11: migrate, undo exact
CREATE TABLE plumb_archive_1.of_prices_2 AS SELECT id, prices::text AS plumb_old, NULL::text AS plumb_new FROM public.offer;

-- step 12: migrate, undo exact
ALTER TABLE plumb_archive_1.of_prices_2 ADD PRIMARY KEY (id);

-- step 13: migrate, undo exact with archive, locks public.offer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.offer ALTER COLUMN prices TYPE public.money_of[] USING prices::text::public.money_of[];

-- step 14: migrate, undo exact
UPDATE plumb_archive_1.of_prices_2 AS a SET plumb_new = public.offer.prices::text FROM public.offer WHERE a.id = public.offer.id;

-- step 15: expand, undo exact
CREATE VIEW public.amounts AS
 SELECT (offer.price).amount AS amount
   FROM public.offer;

-- step 16: expand, undo exact
DROP TYPE public.money_of_old;

COMMIT;
