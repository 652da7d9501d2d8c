-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.size ACCESS EXCLUSIVE
ALTER TYPE public.size RENAME TO size_old;

-- step 2: expand, undo exact
CREATE TYPE public.size AS ENUM ('small', 'medium', 'large');

-- step 3: migrate, undo exact, locks public.shirt ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.shirt ALTER COLUMN size TYPE public.size USING size::text::public.size;

-- step 4: expand, undo exact
DROP TYPE public.size_old;

COMMIT;
