-- Plan: 0 to add, 1 to change, 4 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.reading_kept ACCESS EXCLUSIVE
ALTER TABLE public.reading DETACH PARTITION public.reading_kept;

-- step 2: migrate, undo exact, locks public.reading_2025 ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
LOCK TABLE ONLY public.reading_2025 IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT id, taken, value FROM ONLY public.reading_2025;

-- step 4: contract, undo exact, locks public.reading_2025 ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.reading_2025;

-- step 5: migrate, undo exact, locks public.reading_2026_low ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
LOCK TABLE ONLY public.reading_2026_low IN ACCESS EXCLUSIVE MODE;

-- step 6: migrate, undo exact
CREATE TABLE public.plumb_rows_2 AS SELECT id, taken, value FROM ONLY public.reading_2026_low;

-- step 7: contract, undo exact, locks public.reading_2026_low ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.reading_2026_low;

-- step 8: contract, undo exact, locks public.reading_2026 ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.reading_2026;

-- step 9: migrate, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TABLE public.reading;

-- step 10: expand, undo exact
CREATE TABLE public.reading (
    id integer NOT NULL,
    taken date NOT NULL,
    value numeric
);

-- step 11: migrate, undo exact
INSERT INTO public.reading (id, taken, value) OVERRIDING SYSTEM VALUE SELECT id::integer, taken::date, value::numeric FROM (SELECT id, taken, value FROM public.plumb_rows_1 UNION ALL SELECT id, taken, value FROM public.plumb_rows_2) AS a;

-- step 12: migrate, undo exact
DROP TABLE public.plumb_rows_1;

-- step 13: migrate, undo exact
DROP TABLE public.plumb_rows_2;

COMMIT;
