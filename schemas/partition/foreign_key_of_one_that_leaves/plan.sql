-- Plan: 1 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.p1 ACCESS EXCLUSIVE, locks public.p ACCESS EXCLUSIVE
ALTER TABLE public.p DETACH PARTITION public.p1;

-- step 2: contract, undo exact, locks public.p1 ACCESS EXCLUSIVE, locks public.p ACCESS EXCLUSIVE
ALTER TABLE public.p1 DROP CONSTRAINT IF EXISTS fk;

-- step 3: expand, undo exact, locks public.p1 SHARE ROW EXCLUSIVE, locks public.k SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.p1 ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES public.k(a);

-- step 4: contract, undo exact, locks public.p2 ACCESS EXCLUSIVE, locks public.p ACCESS EXCLUSIVE
ALTER TABLE public.p DETACH PARTITION public.p2;

-- step 5: contract, undo exact, locks public.p2 ACCESS EXCLUSIVE, locks public.p ACCESS EXCLUSIVE
ALTER TABLE public.p2 DROP CONSTRAINT IF EXISTS fk;

COMMIT;
