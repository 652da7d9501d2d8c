-- Plan: 2 to add, 0 to change, 2 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.allowed(bigint, strict boolean DEFAULT false)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$SELECT $1 > 0 OR NOT strict$function$;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.starting(first integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT first$function$;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
DROP POLICY p ON public.t;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP CONSTRAINT t_n_check;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id DROP DEFAULT;

-- step 6: contract, undo exact, breaks_queries
DROP FUNCTION public.allowed(integer);

-- step 7: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_n_check CHECK (public.allowed((n)::bigint));

-- step 8: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
CREATE POLICY p ON public.t TO PUBLIC USING (public.allowed((id)::bigint));

-- step 9: contract, undo exact, breaks_queries
DROP FUNCTION public.starting();

-- step 10: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT public.starting();

COMMIT;
