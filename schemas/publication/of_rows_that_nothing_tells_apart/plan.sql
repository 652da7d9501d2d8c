-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both
-- Warning: UPDATE and DELETE on logs.line will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY
-- Warning: UPDATE and DELETE on public.visit will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY
-- Warning: UPDATE and DELETE on public.reading_2026 will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE PUBLICATION of_logs;

-- step 2: expand, undo exact, breaks_replication
ALTER PUBLICATION "some" ADD TABLE ONLY public.visit;

-- step 3: expand, undo exact, breaks_replication
ALTER PUBLICATION "some" ADD TABLE ONLY public.reading;

-- step 4: expand, undo exact, breaks_replication
ALTER PUBLICATION of_logs ADD TABLES IN SCHEMA logs;

COMMIT;
