-- Plan: 1 to add, 6 to change, 1 to drop.
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
CREATE TYPE public.state AS ENUM ('new', 'paid');

-- step 3: expand, undo exact, locks public.shown ACCESS EXCLUSIVE
DROP VIEW public.shown;

-- step 4: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
DROP INDEX public.sale_state;

-- step 5: contract, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE public.sale DROP CONSTRAINT sale_state_check;

-- step 6: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN state DROP DEFAULT;

-- step 7: migrate, undo exact
LOCK TABLE public.sale IN ACCESS EXCLUSIVE MODE;

-- step 8: migrate, undo exact
CREATE TABLE plumb_archive_1.of_state_1 AS SELECT id, state::text AS plumb_old, NULL::text AS plumb_new FROM public.sale;

-- step 9: migrate, undo exact
ALTER TABLE plumb_archive_1.of_state_1 ADD PRIMARY KEY (id);

-- step 10: migrate, undo exact with archive, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN state TYPE public.state USING state::state;

-- step 11: migrate, undo exact
UPDATE plumb_archive_1.of_state_1 AS a SET plumb_new = public.sale.state::text FROM public.sale WHERE a.id = public.sale.id;

-- step 12: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN state SET DEFAULT 'new'::public.state;

-- step 13: expand, undo exact, locks public.sale SHARE, scans, scans_table, blocks_writes
CREATE INDEX sale_state ON public.sale USING btree (state) WHERE (state = 'new'::public.state);

-- step 14: expand, undo exact
CREATE VIEW public.shown AS
 SELECT sale.id,
    sale.state
   FROM public.sale
  WHERE (sale.state <> 'paid'::public.state);

-- step 15: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN words DROP DEFAULT;

-- step 16: migrate, undo exact
LOCK TABLE public.sale IN ACCESS EXCLUSIVE MODE;

-- step 17: migrate, undo exact
CREATE TABLE plumb_archive_1.of_words_2 AS SELECT id, words::text AS plumb_old, NULL::text AS plumb_new FROM public.sale;

-- step 18: migrate, undo exact
ALTER TABLE plumb_archive_1.of_words_2 ADD PRIMARY KEY (id);

-- step 19: migrate, undo exact with archive, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN words TYPE public.state[] USING words::state[];

-- step 20: migrate, undo exact
UPDATE plumb_archive_1.of_words_2 AS a SET plumb_new = public.sale.words::text FROM public.sale WHERE a.id = public.sale.id;

-- step 21: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN words SET DEFAULT '{new}'::public.state[];

COMMIT;
