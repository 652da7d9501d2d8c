-- Plan: 0 to add, 1 to change, 0 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP COLUMN total;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD COLUMN total integer GENERATED ALWAYS AS ((a * b)) STORED;

-- step 4: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_total ON public.t USING btree (total);

-- step 5: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.total
   FROM public.t;

COMMIT;
