-- Plan: 0 to add, 1 to change, 4 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, changes_access
REVOKE ALL ON TABLE public.t FROM shop_app;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE, changes_access
ALTER TABLE public.t OWNER TO shop_app;

-- step 3: contract, undo exact, changes_access
REVOKE ALL ON TABLE public.u FROM postgres;

-- step 4: contract, undo exact, locks public.u ACCESS EXCLUSIVE, changes_access
ALTER TABLE public.u OWNER TO CURRENT_USER;

COMMIT;
