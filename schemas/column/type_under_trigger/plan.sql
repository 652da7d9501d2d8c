-- Plan: 0 to add, 1 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.stock ACCESS EXCLUSIVE
DROP TRIGGER low ON public.stock;

-- step 2: migrate, undo exact, locks public.stock ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.stock ALTER COLUMN quantity TYPE bigint;

-- step 3: expand, undo exact, locks public.stock SHARE ROW EXCLUSIVE
CREATE TRIGGER low BEFORE UPDATE OF quantity ON public.stock FOR EACH ROW WHEN ((new.quantity < 5)) EXECUTE FUNCTION public.warn();

-- step 4: expand, undo exact, locks public.stock SHARE ROW EXCLUSIVE
ALTER TABLE public.stock DISABLE TRIGGER low;

COMMIT;
