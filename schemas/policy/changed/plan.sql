-- Plan: 1 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
ALTER POLICY a ON public.t TO shop_app, shop_reader USING (((owner = CURRENT_USER) OR (id = 0)));

-- step 2: expand, undo exact
COMMENT ON POLICY a on public.t IS 'Own rows';

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
DROP POLICY b ON public.t;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
CREATE POLICY b ON public.t FOR UPDATE TO PUBLIC USING ((id > 0)) WITH CHECK ((id > 0));

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
DROP POLICY c ON public.t;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
CREATE POLICY c ON public.t AS RESTRICTIVE TO PUBLIC USING (true);

COMMIT;
