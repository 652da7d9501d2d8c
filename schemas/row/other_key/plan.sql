-- Plan: 1 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.role ROW EXCLUSIVE
UPDATE public.role SET label = 'Administrator' WHERE tenant = '1' AND code = 'admin';

-- step 2: migrate, undo exact, locks public.role ROW EXCLUSIVE
INSERT INTO public.role (tenant, code, label) VALUES ('3', 'admin', 'Administrator');

COMMIT;
