-- Plan: 0 to add, 7 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.mood ACCESS EXCLUSIVE
ALTER TYPE public.mood RENAME TO mood_old;

-- step 2: expand, undo exact
CREATE TYPE public.mood AS ENUM ('happy', 'glad');

-- step 3: migrate, undo lossy, locks public.parent ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.parent ALTER COLUMN a TYPE character varying(40);

-- step 4: expand, undo exact, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE ONLY public.parent ALTER COLUMN a SET STORAGE EXTERNAL;

-- step 5: migrate, undo lossy, locks public.parent ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.parent ALTER COLUMN b TYPE character varying(40);

-- step 6: expand, undo exact, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE ONLY public.parent ALTER COLUMN b SET STORAGE EXTERNAL;

-- step 7: migrate, undo lossy, locks public.parent ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.parent ALTER COLUMN c TYPE character varying(40);

-- step 8: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE ONLY public.child ALTER COLUMN a SET STORAGE EXTERNAL;

-- step 9: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE ONLY public.child ALTER COLUMN b SET STORAGE MAIN;

-- step 10: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

-- step 11: expand, undo exact
DROP TYPE public.mood_old;

COMMIT;
