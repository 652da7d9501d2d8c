-- Plan: 0 to add, 1 to change, 0 to drop, 2 to rebuild.
-- Proven: both
-- Warning: table public.event_2026 is not managed and uses public.event, which step 1 drops, and it with that

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo lossy, locks public.event ACCESS EXCLUSIVE, untracked_dependency, loses_data
DROP TABLE public.event;

-- step 2: expand, undo exact
CREATE TABLE public.event (
    at date NOT NULL,
    kind integer NOT NULL
)
PARTITION BY LIST (kind);

COMMIT;
