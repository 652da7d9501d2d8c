-- Plan: 3 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN code character varying(5);

-- step 2: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET code = 'A' WHERE id = '1';

-- step 3: migrate, undo exact, locks public.t ROW EXCLUSIVE
UPDATE public.t SET code = 'B' WHERE id = '2';

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN code SET NOT NULL;

-- step 5: migrate, undo exact, locks public.t ROW EXCLUSIVE
INSERT INTO public.t (id, name, code) VALUES ('3', 'c', 'C');

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_code_key UNIQUE (code);

COMMIT;
