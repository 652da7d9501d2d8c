-- Plan: 5 to add, 4 to change, 1 to drop.
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

-- step 2: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN amount TYPE text;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN added integer DEFAULT 5 NOT NULL;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN named text DEFAULT ''::text NOT NULL;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP CONSTRAINT t_kept_check;

-- step 6: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET kept = '11', added = '6', named = 'x' WHERE id = '1';

-- step 7: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET amount = '2.50', kept = '12', added = '5', named = 'y' WHERE id = '2';

-- step 8: contract, undo exact, locks public.t SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.t IN SHARE ROW EXCLUSIVE MODE;

-- step 9: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT id, gone FROM public.t WHERE gone IS NOT NULL;

-- step 10: contract, undo exact
ALTER TABLE plumb_archive_1.of_gone_1 ADD PRIMARY KEY (id);

-- step 11: contract, undo exact with archive, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t DROP COLUMN gone;

-- step 12: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, amount, kept, added, named) VALUES ('3', '3.50', '13', '7', 'z');

-- step 13: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_kept_check CHECK ((kept > 10));

COMMIT;
