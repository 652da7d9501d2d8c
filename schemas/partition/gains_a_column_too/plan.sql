-- Plan: 4 to add, 1 to change, 1 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.reading_rest (
    taken date NOT NULL,
    place text DEFAULT 'here'::text,
    value numeric,
    id integer NOT NULL,
    note text
);

-- step 2: migrate, undo exact, locks public.reading ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
LOCK TABLE ONLY public.reading IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT id, taken, value FROM ONLY public.reading;

-- step 4: migrate, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TABLE public.reading;

-- step 5: expand, undo exact
CREATE TABLE public.reading (
    taken date NOT NULL,
    place text DEFAULT 'here'::text,
    value numeric,
    id integer NOT NULL,
    note text
)
PARTITION BY RANGE (taken);

-- step 6: expand, undo exact
ALTER TABLE public.reading ATTACH PARTITION public.reading_rest DEFAULT;

-- step 7: migrate, undo exact
INSERT INTO public.reading (taken, value, id) OVERRIDING SYSTEM VALUE SELECT taken::date, value::numeric, id::integer FROM public.plumb_rows_1;

-- step 8: migrate, undo exact
DROP TABLE public.plumb_rows_1;

COMMIT;
