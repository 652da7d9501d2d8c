-- Plan: 0 to add, 2 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.cheap ACCESS EXCLUSIVE
DROP VIEW public.cheap;

-- step 2: expand, undo exact
ALTER DOMAIN public.amount DROP CONSTRAINT amount_check;

-- step 3: expand, undo exact, locks public.amount ACCESS EXCLUSIVE
ALTER DOMAIN public.amount RENAME TO amount_old;

-- step 4: expand, undo exact
CREATE DOMAIN public.amount AS numeric(12,2)
    CONSTRAINT amount_check CHECK ((VALUE >= (0)::numeric));

-- step 5: migrate, undo exact, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN price TYPE public.amount USING price::public.amount;

-- step 6: expand, undo exact
CREATE VIEW public.cheap AS
 SELECT item.id,
    item.price
   FROM public.item
  WHERE ((item.price)::numeric < (10)::numeric);

-- step 7: expand, undo exact
DROP DOMAIN public.amount_old;

COMMIT;
