-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.a ACCESS EXCLUSIVE, changes_access
ALTER VIEW public.a SET (check_option = 'local', security_invoker = 'true');

-- step 2: expand, undo exact, locks public.b ACCESS EXCLUSIVE, changes_access
ALTER VIEW public.b RESET (security_barrier);

-- step 3: expand, undo exact, locks public.c ACCESS EXCLUSIVE
DROP VIEW public.c;

-- step 4: expand, undo exact
CREATE VIEW public.c WITH (security_barrier = 'true') AS
 SELECT t.id,
    t.x
   FROM public.t;

COMMIT;
