-- Plan: 3 to add, 1 to change, 6 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
GRANT EXECUTE ON FUNCTION public.f(text[]) TO shop_reader;

-- step 2: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.t TO shop_reader;

-- step 3: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.w TO shop_reader;

-- step 4: contract, undo exact, changes_access
REVOKE ALL ON FUNCTION public.f(text[]) FROM shop_app;

-- step 5: contract, undo exact, changes_access
REVOKE ALL ON TABLE all_of_it.x FROM shop_app;

-- step 6: contract, undo exact, changes_access
REVOKE ALL ON TABLE public.t FROM shop_app;

-- step 7: contract, undo exact, changes_access
REVOKE ALL ON TABLE public.w FROM shop_app;

-- step 8: contract, undo exact, locks public.u ACCESS EXCLUSIVE, changes_access
ALTER TABLE public.u OWNER TO CURRENT_USER;

-- step 9: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA public REVOKE SELECT ON TABLES FROM shop_app;

-- step 10: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA public GRANT INSERT ON TABLES TO shop_app;

COMMIT;
