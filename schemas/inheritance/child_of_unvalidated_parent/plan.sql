-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.added ()
INHERITS (public.parent);

-- step 2: expand, undo exact, locks public.validated_now SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.validated_now VALIDATE CONSTRAINT positive;

COMMIT;
