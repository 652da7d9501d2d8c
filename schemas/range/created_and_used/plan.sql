-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TYPE public.price_range AS RANGE (SUBTYPE = numeric);

-- step 2: expand, undo exact, locks public.offer ACCESS EXCLUSIVE
ALTER TABLE public.offer ADD COLUMN price public.price_range;

-- step 3: expand, undo exact, locks public.offer SHARE, scans, scans_table, blocks_writes
CREATE INDEX offer_price ON public.offer USING gist (price);

COMMIT;
