-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.run ACCESS EXCLUSIVE
ALTER TABLE public.run ADD COLUMN job integer;

-- step 2: expand, undo exact, locks public.run SHARE ROW EXCLUSIVE, locks public.job SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.run ADD CONSTRAINT run_job_fkey FOREIGN KEY (job) REFERENCES public.job(id);

-- step 3: expand, undo exact
CREATE VIEW public.started AS
 SELECT run.id,
    waiting.id AS job
   FROM (public.run
     JOIN public.waiting ON ((waiting.id = run.job)));

COMMIT;
