-- Plan: 1 to add, 1 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.country ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.country ADD CONSTRAINT country_id_key UNIQUE (id);

-- step 2: expand, undo exact, locks public.city ACCESS EXCLUSIVE, locks public.country ACCESS EXCLUSIVE
ALTER TABLE public.city DROP CONSTRAINT city_country_id_fkey;

-- step 3: expand, undo exact, locks public.country ACCESS EXCLUSIVE
ALTER TABLE public.country DROP CONSTRAINT country_pkey;

-- step 4: expand, undo exact, locks public.country ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.country ADD CONSTRAINT country_pkey PRIMARY KEY (code);

-- step 5: contract, undo exact, locks public.country ACCESS EXCLUSIVE
ALTER TABLE public.country DROP CONSTRAINT country_code_key;

-- step 6: expand, undo exact, locks public.city SHARE ROW EXCLUSIVE, locks public.country SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.city ADD CONSTRAINT city_country_id_fkey FOREIGN KEY (country_id) REFERENCES public.country(id);

COMMIT;
