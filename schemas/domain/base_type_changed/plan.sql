-- Plan: 0 to add, 2 to change, 0 to drop, 1 to rebuild.
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

-- step 2: expand, undo exact, locks public.cheap ACCESS EXCLUSIVE
DROP VIEW public.cheap;

-- step 3: expand, undo exact
ALTER DOMAIN public.amount DROP CONSTRAINT amount_check;

-- step 4: expand, undo exact, locks public.amount ACCESS EXCLUSIVE
ALTER DOMAIN public.amount RENAME TO amount_old;

-- step 5: expand, undo exact
CREATE DOMAIN public.amount AS numeric(12,2)
    CONSTRAINT amount_check CHECK ((VALUE >= (0)::numeric));

-- step 6: migrate, undo exact
LOCK TABLE public.item IN ACCESS EXCLUSIVE MODE;

-- step 7: migrate, undo exact
CREATE TABLE plumb_archive_1.of_price_1 AS SELECT id, price::text AS plumb_old, NULL::text AS plumb_new FROM public.item;

-- step 8: migrate, undo exact
ALTER TABLE plumb_archive_1.of_price_1 ADD PRIMARY KEY (id);

-- step 9: migrate, undo exact with archive, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN price TYPE public.amount USING price::public.amount;

-- step 10: migrate, undo exact
UPDATE plumb_archive_1.of_price_1 AS a SET plumb_new = public.item.price::text FROM public.item WHERE a.id = public.item.id;

-- step 11: expand, undo exact
CREATE VIEW public.cheap AS
 SELECT item.id,
    item.price
   FROM public.item
  WHERE ((item.price)::numeric < (10)::numeric);

-- step 12: expand, undo exact
DROP DOMAIN public.amount_old;

COMMIT;
