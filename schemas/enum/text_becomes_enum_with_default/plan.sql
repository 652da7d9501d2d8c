-- Plan: 1 to add, 6 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TYPE public.state AS ENUM ('new', 'paid');

-- step 2: expand, undo exact, locks public.shown ACCESS EXCLUSIVE
DROP VIEW public.shown;

-- step 3: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
DROP INDEX public.sale_state;

-- step 4: contract, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE public.sale DROP CONSTRAINT sale_state_check;

-- step 5: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN state DROP DEFAULT;

-- step 6: migrate, undo lossy, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN state TYPE public.state USING state::state;

-- step 7: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN state SET DEFAULT 'new'::public.state;

-- step 8: expand, undo exact, locks public.sale SHARE, scans, scans_table, blocks_writes
CREATE INDEX sale_state ON public.sale USING btree (state) WHERE (state = 'new'::public.state);

-- step 9: expand, undo exact
CREATE VIEW public.shown AS
 SELECT sale.id,
    sale.state
   FROM public.sale
  WHERE (sale.state <> 'paid'::public.state);

-- step 10: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN words DROP DEFAULT;

-- step 11: migrate, undo lossy, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN words TYPE public.state[] USING words::state[];

-- step 12: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN words SET DEFAULT '{new}'::public.state[];

COMMIT;
