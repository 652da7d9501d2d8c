-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.log SHARE ROW EXCLUSIVE
CREATE TRIGGER stamp BEFORE INSERT ON public.log FOR EACH ROW EXECUTE FUNCTION public.f();

-- step 2: expand, undo exact, locks public.log_2026 SHARE ROW EXCLUSIVE
CREATE TRIGGER own BEFORE INSERT ON public.log_2026 FOR EACH ROW EXECUTE FUNCTION public.f();

COMMIT;
