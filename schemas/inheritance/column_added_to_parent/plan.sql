-- Plan: 9 to add, 3 to change, 0 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.animal ACCESS EXCLUSIVE
ALTER TABLE public.animal ADD COLUMN weight numeric DEFAULT 1;

-- step 2: expand, undo exact, locks public.puppy ACCESS EXCLUSIVE
ALTER TABLE ONLY public.puppy ALTER COLUMN weight SET DEFAULT 0.5;

-- step 3: expand, undo exact, locks public.animal ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.animal ADD CONSTRAINT animal_weight_check CHECK ((weight > (0)::numeric));

-- step 4: expand, undo exact, locks public.animal ACCESS EXCLUSIVE
ALTER TABLE public.animal DROP CONSTRAINT animal_name_check;

-- step 5: migrate, undo lossy, locks public.animal ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.animal ALTER COLUMN name TYPE character varying(50);

-- step 6: expand, undo exact, locks public.animal ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.animal ADD CONSTRAINT animal_name_check CHECK (((name)::text <> ''::text));

COMMIT;
