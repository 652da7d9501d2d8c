-- Plan: 0 to add, 5 to change, 5 to drop.
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

-- step 2: expand, undo exact, locks public.b ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.b ALTER COLUMN y SET NOT NULL;

-- step 3: contract, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER TABLE ONLY public.a REPLICA IDENTITY DEFAULT;

-- step 4: contract, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER TABLE public.a DROP CONSTRAINT a_pkey;

-- step 5: contract, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER TABLE public.a DROP CONSTRAINT a_x_key;

-- step 6: expand, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER TABLE public.a ALTER COLUMN x DROP NOT NULL;

-- step 7: expand, undo exact, locks public.b ACCESS EXCLUSIVE
ALTER TABLE public.b DROP CONSTRAINT b_pkey;

-- step 8: expand, undo exact, locks public.b ACCESS EXCLUSIVE
ALTER TABLE public.b ALTER COLUMN id DROP NOT NULL;

-- step 9: expand, undo exact, locks public.b ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.b ADD CONSTRAINT b_pkey PRIMARY KEY (y);

-- step 10: contract, undo exact, locks public.c ACCESS EXCLUSIVE
ALTER TABLE public.c DROP CONSTRAINT c_pkey;

-- step 11: contract, undo exact
CREATE TABLE plumb_archive_1.of_a_id_seq_1 AS SELECT last_value, is_called FROM public.a_id_seq;

-- step 12: contract, undo exact with archive, locks public.a ACCESS EXCLUSIVE
ALTER TABLE public.a ALTER COLUMN id DROP IDENTITY;

-- step 13: expand, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER TABLE public.a ALTER COLUMN id DROP NOT NULL;

COMMIT;
