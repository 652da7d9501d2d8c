-- Plan: 1 to add, 3 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.grouped ACCESS EXCLUSIVE
DROP VIEW public.grouped;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- step 3: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- step 4: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT other PRIMARY KEY (id, a);

-- step 6: expand, undo exact
CREATE VIEW public.grouped AS
 SELECT t.id,
    t.a,
    count(*) AS n
   FROM public.t
  GROUP BY t.id, t.a;

COMMIT;
