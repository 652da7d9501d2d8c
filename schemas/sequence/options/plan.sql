-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.s ACCESS EXCLUSIVE
ALTER SEQUENCE public.s INCREMENT BY 2 MINVALUE -5 MAXVALUE 5000 START WITH -5 CACHE 1 CYCLE;

-- step 2: expand, undo exact, locks public.small ACCESS EXCLUSIVE
ALTER SEQUENCE public.small AS integer;

COMMIT;
