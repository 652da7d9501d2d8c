-- Plan: 1 to add, 6 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER SEQUENCE public.a SET UNLOGGED;

-- step 2: expand, undo exact, locks public.b ACCESS EXCLUSIVE
ALTER SEQUENCE public.b SET LOGGED;

-- step 3: expand, undo exact
CREATE UNLOGGED SEQUENCE public.c INCREMENT BY 3;

-- step 4: expand, undo exact, locks public.t_n_seq ACCESS EXCLUSIVE
ALTER SEQUENCE public.t_n_seq SET LOGGED;

-- step 5: expand, undo exact, locks public.u_n_seq ACCESS EXCLUSIVE
ALTER SEQUENCE public.u_n_seq SET UNLOGGED;

-- step 6: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t SET LOGGED;

-- step 7: migrate, undo exact, locks public.u ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.u SET UNLOGGED;

COMMIT;
