-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE public.doc ADD COLUMN size integer;

COMMIT;

BEGIN;

-- step 2: migrate, undo lossy, locks public.doc ROW EXCLUSIVE, fires_triggers
UPDATE public.doc SET size = (length(body)) WHERE size IS NULL AND (length(body)) IS NOT NULL;

COMMIT;
