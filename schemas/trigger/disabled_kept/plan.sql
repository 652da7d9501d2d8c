-- Plan: 0 to add, 2 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t SHARE ROW EXCLUSIVE
ALTER TABLE public.t ENABLE REPLICA TRIGGER b;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP TRIGGER a ON public.t;

-- step 3: expand, undo exact, locks public.t SHARE ROW EXCLUSIVE
CREATE TRIGGER a BEFORE INSERT OR UPDATE OF n, id ON public.t FOR EACH ROW WHEN ((new.id > 0)) EXECUTE FUNCTION public.f('x', 'y');

-- step 4: expand, undo exact, locks public.t SHARE ROW EXCLUSIVE
ALTER TABLE public.t DISABLE TRIGGER a;

-- step 5: expand, undo exact
COMMENT ON TRIGGER a on public.t IS 'Off for now';

COMMIT;
