-- Plan: 0 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: migrate, undo exact
ALTER TYPE public.state ADD VALUE 'ajar' AFTER 'open';

COMMIT;

BEGIN;

-- step 3: contract, undo exact
LOCK TABLE ONLY public.ticket IN ACCESS EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_ticket_1 AS SELECT id, state::text AS state, was::text AS was FROM ONLY public.ticket;

-- step 5: contract, undo exact
ALTER TABLE plumb_archive_1.of_ticket_1 ADD PRIMARY KEY (id);

-- step 6: contract, undo exact with archive, locks public.ticket ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.ticket;

COMMIT;
