-- Plan: 1 to add, 2 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE
ALTER TABLE ONLY public.ticket ALTER COLUMN state DROP DEFAULT;

-- step 2: migrate, undo exact, locks public.ticket ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.ticket ALTER COLUMN state TYPE text;

-- step 3: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.ticket ADD CONSTRAINT ticket_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])));

-- step 4: contract, undo exact
DROP TYPE public.state;

-- step 5: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE
ALTER TABLE ONLY public.ticket ALTER COLUMN state SET DEFAULT 'open'::text;

COMMIT;
