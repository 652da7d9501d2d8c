-- Plan: 4 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.t TO "Odd ""Role""";

-- step 2: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.t TO "Odd ""Role""" WITH GRANT OPTION;

-- step 3: contract, undo exact, changes_access
REVOKE ALL (a) ON TABLE public.t FROM shop_app;

-- step 4: expand, undo exact, changes_access
GRANT INSERT (c) ON TABLE public.t TO shop_app;

-- step 5: contract, undo exact, changes_access
REVOKE ALL ON TABLE public.t FROM shop_reader;

-- step 6: expand, undo exact, changes_access
GRANT SELECT (a) ON TABLE public.t TO shop_reader;

-- step 7: expand, undo exact, changes_access
GRANT SELECT (b) ON TABLE public.t TO shop_reader;

COMMIT;
