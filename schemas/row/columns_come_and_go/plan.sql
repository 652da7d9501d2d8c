-- Plan: 5 to add, 4 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo lossy, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN amount TYPE text;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN added integer DEFAULT 5 NOT NULL;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN named text DEFAULT ''::text NOT NULL;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP CONSTRAINT t_kept_check;

-- step 5: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET kept = '11', added = '6', named = 'x' WHERE id = '1';

-- step 6: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET amount = '2.50', kept = '12', added = '5', named = 'y' WHERE id = '2';

-- step 7: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, amount, kept, added, named) VALUES ('3', '3.50', '13', '7', 'z');

-- step 8: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_kept_check CHECK ((kept > 10));

-- step 9: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.t DROP COLUMN gone;

COMMIT;
