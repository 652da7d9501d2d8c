-- Plan: 2 to add, 1 to change, 0 to drop.
-- Proven: both
-- Warning: UPDATE and DELETE on public.t will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE, fires_triggers
ALTER TABLE public.t ADD COLUMN b integer;

-- step 2: expand, undo exact, fires_triggers
CREATE PUBLICATION p;

-- step 3: expand, undo exact, fires_triggers, breaks_replication
ALTER PUBLICATION p ADD TABLE ONLY public.t;

-- step 4: expand, undo exact
ALTER EVENT TRIGGER turns ENABLE ALWAYS;

COMMIT;
