-- Plan: 0 to add, 2 to change, 0 to drop, 4 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.price SHARE UPDATE EXCLUSIVE
DROP STATISTICS public.price_stats;

-- step 2: expand, undo exact, locks public.price ACCESS EXCLUSIVE
DROP INDEX public.price_cents;

-- step 3: expand, undo exact, locks public.price ACCESS EXCLUSIVE
DROP INDEX public.price_sku;

-- step 4: expand, undo exact, locks public.price ACCESS EXCLUSIVE
ALTER TABLE public.price ALTER COLUMN sku TYPE text;

-- step 5: expand, undo exact, locks public.price ACCESS EXCLUSIVE
ALTER TABLE public.price DROP CONSTRAINT price_cents_check;

-- step 6: migrate, undo exact, locks public.price ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.price ALTER COLUMN cents TYPE numeric;

-- step 7: expand, undo exact, locks public.price ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.price ADD CONSTRAINT price_cents_check CHECK ((cents >= (0)::numeric));

-- step 8: expand, undo exact, locks public.price SHARE, scans, scans_table, blocks_writes
CREATE INDEX price_cents ON public.price USING btree (cents) WHERE (cents > (100)::numeric);

-- step 9: expand, undo exact, locks public.price SHARE, scans, scans_table, blocks_writes
CREATE INDEX price_sku ON public.price USING btree (lower(sku) text_pattern_ops) INCLUDE (cents);

-- step 10: expand, undo exact, locks public.price SHARE UPDATE EXCLUSIVE
CREATE STATISTICS public.price_stats ON sku, cents FROM public.price;

COMMIT;
