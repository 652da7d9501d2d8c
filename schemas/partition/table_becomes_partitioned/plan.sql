-- Plan: 1 to add, 1 to change, 0 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.reading_2026 (
    id integer NOT NULL,
    taken date NOT NULL,
    value numeric
);

-- step 2: migrate, undo exact, locks public.reading ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
LOCK TABLE ONLY public.reading IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT id, taken, value FROM ONLY public.reading;

-- step 4: migrate, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TABLE public.reading;

-- step 5: expand, undo exact
CREATE TABLE public.reading (
    id integer NOT NULL,
    taken date NOT NULL,
    value numeric
)
PARTITION BY RANGE (taken);

-- step 6: expand, undo exact
ALTER TABLE public.reading ATTACH PARTITION public.reading_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- step 7: migrate, undo exact
INSERT INTO public.reading (id, taken, value) OVERRIDING SYSTEM VALUE SELECT id::integer, taken::date, value::numeric FROM public.plumb_rows_1;

-- step 8: migrate, undo exact
DROP TABLE public.plumb_rows_1;

COMMIT;
