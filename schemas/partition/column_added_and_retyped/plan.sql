-- Plan: 8 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.log ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.log ALTER COLUMN id TYPE bigint;

-- step 2: expand, undo exact, locks public.log ACCESS EXCLUSIVE
ALTER TABLE public.log ADD COLUMN ref_id integer;

-- step 3: expand, undo exact, locks public.log ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.log ADD CONSTRAINT log_n_check CHECK ((n > 0));

-- step 4: expand, undo exact, locks public.log ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE ONLY public.log ADD CONSTRAINT log_pkey PRIMARY KEY (id, at);

-- step 5: expand, undo exact, locks public.log_2026 ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.log_2026 ADD CONSTRAINT log_2026_pkey PRIMARY KEY (id, at);

-- step 6: expand, undo exact, locks public.log_2026 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_pkey ATTACH PARTITION public.log_2026_pkey;

-- step 7: expand, undo exact, locks public.log SHARE ROW EXCLUSIVE, locks public.ref SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.log ADD CONSTRAINT log_ref_id_fkey FOREIGN KEY (ref_id) REFERENCES public.ref(id);

COMMIT;
