-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SEQUENCE public.code_seq;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'C' || nextval('code_seq') $function$;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN code SET DEFAULT public.next_code();

COMMIT;
