-- Plan: 2 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
GRANT ALL ON TABLE public.t TO "Odd ""Role""";

-- step 2: expand, undo exact, changes_access
REVOKE MAINTAIN ON TABLE public.t FROM shop_app;

-- step 3: expand, undo exact, changes_access
GRANT MAINTAIN ON TABLE public.t TO shop_reader;

-- step 4: expand, undo exact, changes_access
GRANT MAINTAIN ON TABLE public.t TO shop_reader WITH GRANT OPTION;

-- step 5: expand, undo exact, changes_access
REVOKE ALL ON TABLE public.u FROM shop_app;

-- step 6: expand, undo exact, changes_access
GRANT MAINTAIN ON TABLE public.u TO shop_app;

COMMIT;
