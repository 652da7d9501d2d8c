-- Plan: 1 to add, 0 to change, 2 to drop.
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

-- step 2: expand, undo exact
ALTER PUBLICATION p ADD TABLE ONLY public.item;

-- step 3: contract, undo exact
LOCK TABLE ONLY public.gone IN ACCESS EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT id FROM ONLY public.gone;

-- step 5: contract, undo exact
ALTER TABLE plumb_archive_1.of_gone_1 ADD PRIMARY KEY (id);

-- step 6: contract, undo exact with archive, locks public.gone ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.gone;

COMMIT;
