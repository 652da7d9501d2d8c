-- Plan: 4 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.t_3 (
    a integer
);

-- step 2: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t ATTACH PARTITION public.t_3 FOR VALUES FROM (200) TO (300);

-- step 3: expand, undo exact, locks public.t SHARE ROW EXCLUSIVE
CREATE TRIGGER seen_too AFTER DELETE ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();

-- step 4: expand, undo exact, locks public.t_1 SHARE ROW EXCLUSIVE
ALTER TABLE public.t_1 DISABLE TRIGGER seen;

-- step 5: expand, undo exact
ALTER TABLE public.t_3 ENABLE REPLICA TRIGGER seen;

-- step 6: expand, undo exact, locks public.t_1 SHARE ROW EXCLUSIVE
ALTER TABLE public.t_1 DISABLE TRIGGER seen_too;

-- step 7: contract, undo exact, locks public.t_2 SHARE ROW EXCLUSIVE
ALTER TABLE public.t_2 ENABLE TRIGGER seen;

COMMIT;
