-- Plan: 2 to add, 1 to change, 1 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.whole ACCESS EXCLUSIVE
ALTER TABLE ONLY public.whole REPLICA IDENTITY FULL;

-- step 2: expand, undo exact, locks public.changed ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.changed;

-- step 3: expand, undo exact
CREATE MATERIALIZED VIEW public.changed AS
 SELECT t.id,
    t.note
   FROM public.t;

-- step 4: expand, undo exact
ALTER TABLE ONLY public.changed REPLICA IDENTITY FULL;

-- step 5: contract, undo exact, locks public.nothing ACCESS EXCLUSIVE
ALTER TABLE ONLY public.nothing REPLICA IDENTITY DEFAULT;

COMMIT;
