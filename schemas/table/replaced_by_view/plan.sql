-- Plan: 1 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo lossy, locks public.names ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.names;

-- step 2: expand, undo exact
CREATE VIEW public.names AS
 SELECT base.id,
    base.name
   FROM public.base;

COMMIT;
