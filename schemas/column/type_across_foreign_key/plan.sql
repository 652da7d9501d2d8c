-- Plan: 0 to add, 4 to change, 0 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public."order" ACCESS EXCLUSIVE, locks public.customer ACCESS EXCLUSIVE
ALTER TABLE public."order" DROP CONSTRAINT order_customer_id_fkey;

-- step 2: migrate, undo exact, locks public.customer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.customer ALTER COLUMN id TYPE bigint;

-- step 3: expand, undo exact, locks public.line ACCESS EXCLUSIVE, locks public."order" ACCESS EXCLUSIVE
ALTER TABLE public.line DROP CONSTRAINT line_order_id_fkey;

-- step 4: migrate, undo exact, locks public."order" ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public."order" ALTER COLUMN id TYPE bigint;

-- step 5: migrate, undo exact, locks public."order" ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public."order" ALTER COLUMN customer_id TYPE bigint;

-- step 6: migrate, undo exact, locks public.line ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.line ALTER COLUMN order_id TYPE bigint;

-- step 7: expand, undo exact, locks public."order" SHARE ROW EXCLUSIVE, locks public.customer SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public."order" ADD CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

-- step 8: expand, undo exact, locks public.line SHARE ROW EXCLUSIVE, locks public."order" SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.line ADD CONSTRAINT line_order_id_fkey FOREIGN KEY (order_id) REFERENCES public."order"(id) ON DELETE CASCADE;

COMMIT;
