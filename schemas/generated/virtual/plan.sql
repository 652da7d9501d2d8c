-- Plan: 2 to add, 3 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.fresh (
    a text,
    b text COLLATE "C" GENERATED ALWAYS AS (upper(a)) VIRTUAL
);

-- step 2: expand, undo exact, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line ADD COLUMN added bigint GENERATED ALWAYS AS ((price * (2)::bigint)) VIRTUAL NOT NULL;

-- step 3: expand, undo exact, locks public.bill ACCESS EXCLUSIVE
DROP VIEW public.bill;

-- step 4: expand, undo exact, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line DROP COLUMN total;

-- step 5: expand, undo exact, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line ADD COLUMN total integer GENERATED ALWAYS AS (((price * amount) + 1)) VIRTUAL;

-- step 6: expand, undo exact
CREATE VIEW public.bill AS
 SELECT id,
    total
   FROM public.line;

-- step 7: contract, undo exact, locks public.line ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.line DROP COLUMN dropped;

-- step 8: expand, undo exact, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line DROP COLUMN stored;

-- step 9: expand, undo exact, locks public.line ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.line ADD COLUMN stored integer GENERATED ALWAYS AS ((price + 2)) STORED;

-- step 10: expand, undo exact, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line DROP COLUMN loose;

-- step 11: expand, undo exact, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line ADD COLUMN loose integer GENERATED ALWAYS AS ((price + 3)) VIRTUAL;

COMMIT;
