-- Plan: 2 to add, 1 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
CREATE ROLE comes;

-- step 2: expand, undo exact, locks public.hers ACCESS EXCLUSIVE, changes_access
ALTER TABLE public.hers OWNER TO comes;

-- step 3: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.t TO comes;

-- step 4: contract, undo exact, changes_access
REVOKE ALL ON TABLE public.t FROM goes;

-- step 5: contract, undo exact, changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE goes REVOKE ALL ON TABLES FROM stays;

-- step 6: contract, undo lossy, changes_access
DROP ROLE goes;

COMMIT;
