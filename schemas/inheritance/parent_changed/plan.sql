-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.c ACCESS EXCLUSIVE
ALTER TABLE public.c NO INHERIT public.a;

-- step 2: expand, undo exact, locks public.d ACCESS EXCLUSIVE
ALTER TABLE public.d INHERIT public.a;

-- step 3: expand, undo exact, locks public.d ACCESS EXCLUSIVE
ALTER TABLE public.d INHERIT public.b;

-- step 4: expand, undo exact
CREATE TABLE public.e ()
INHERITS (public.b);

COMMIT;
