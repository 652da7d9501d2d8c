-- Plan: 1 to add, 2 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP RULE keep ON public.t;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
CREATE RULE keep AS
    ON DELETE TO public.t
   WHERE (old.id < 100) DO INSTEAD NOTHING;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DISABLE RULE keep;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP RULE note ON public.t;

-- step 5: migrate, undo exact, locks public.audit ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.audit ALTER COLUMN id TYPE bigint;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE
CREATE RULE note AS
    ON INSERT TO public.t DO  INSERT INTO public.audit (id, what)
  VALUES (new.id, 'insert'::text);

-- step 7: expand, undo exact
COMMENT ON RULE note on public.t IS 'Audit';

COMMIT;
