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
CREATE TYPE public.state AS ENUM ('open', 'closed');

-- step 2: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE
ALTER TABLE public.ticket ADD COLUMN state public.state DEFAULT 'open'::public.state NOT NULL;

-- step 3: expand, undo exact
COMMENT ON TYPE public.state IS 'Of a ticket';

COMMIT;
