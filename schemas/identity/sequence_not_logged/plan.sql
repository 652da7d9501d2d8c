-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE UNLOGGED TABLE public.c (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);

-- step 2: expand, undo exact
ALTER SEQUENCE public.c_id_seq SET LOGGED;

-- step 3: expand, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER SEQUENCE public.a_id_seq SET UNLOGGED;

-- step 4: expand, undo exact, locks public.b ACCESS EXCLUSIVE
ALTER SEQUENCE public.b_id_seq SET LOGGED;

COMMIT;
