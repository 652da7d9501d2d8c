-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.note ACCESS EXCLUSIVE, changes_access
ALTER TABLE public.note ENABLE ROW LEVEL SECURITY;

-- step 2: expand, undo exact, locks public.secret ACCESS EXCLUSIVE, changes_access
ALTER TABLE public.secret NO FORCE ROW LEVEL SECURITY;

-- step 3: expand, undo exact, locks public.note ACCESS EXCLUSIVE, changes_access
CREATE POLICY own ON public.note TO PUBLIC USING ((author = CURRENT_USER));

COMMIT;
