-- Plan: 1 to add, 8 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.fresh (
    a integer
);

-- step 2: expand, undo exact
REVOKE ALL ON TABLE public.fresh FROM shop_app;

-- step 3: expand, undo exact, changes_access
GRANT ALL ON TABLE public.held_back TO postgres;

-- step 4: expand, undo exact, changes_access
REVOKE DELETE ON TABLE public.held_back FROM postgres;

-- step 5: expand, undo exact, changes_access
REVOKE ALL ON TABLE public.withheld FROM postgres;

-- step 6: expand, undo exact
GRANT INSERT ON TABLE public.fresh TO shop_app;

-- step 7: expand, undo exact
GRANT ALL ON TABLE public.fresh TO shop_reader;

-- step 8: expand, undo exact, changes_access
REVOKE GRANT OPTION FOR ALL ON TABLE public.handed_on FROM shop_app;

-- step 9: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.handed_on TO shop_app WITH GRANT OPTION;

-- step 10: expand, undo exact, changes_access
REVOKE ALL ON TABLE public.less FROM shop_app;

-- step 11: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.less TO shop_app;

-- step 12: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.less TO shop_app WITH GRANT OPTION;

-- step 13: expand, undo exact, changes_access
REVOKE ALL ON TABLE public.less FROM shop_reader;

-- step 14: expand, undo exact, changes_access
GRANT DELETE, SELECT ON TABLE public.less TO shop_reader;

-- step 15: expand, undo exact, changes_access
GRANT ALL ON TABLE public.more TO shop_app;

-- step 16: expand, undo exact, changes_access
REVOKE GRANT OPTION FOR SELECT ON TABLE public.more FROM shop_app;

-- step 17: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON TABLES FROM shop_app;

-- step 18: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES TO shop_app;

-- step 19: expand, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT ALL ON TABLES TO shop_reader;

COMMIT;
