-- Plan: 0 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;

COMMIT;
