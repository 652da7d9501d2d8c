-- Plan: 0 to add, 3 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- step 2: expand, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE ONLY public.u ALTER COLUMN id DROP DEFAULT;

-- step 3: expand, undo exact, locks public.u_id_seq ACCESS EXCLUSIVE
ALTER SEQUENCE public.u_id_seq AS bigint;

-- step 4: migrate, undo exact, locks public.u ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.u ALTER COLUMN id TYPE bigint;

-- step 5: expand, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE ONLY public.u ALTER COLUMN id SET DEFAULT nextval('public.u_id_seq'::regclass);

COMMIT;
