-- Plan: 0 to add, 2 to change, 0 to drop.
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

-- step 2: expand, undo exact, locks public.task ACCESS EXCLUSIVE
ALTER TABLE ONLY public.task ALTER COLUMN state DROP DEFAULT;

-- step 3: migrate, undo exact
LOCK TABLE public.task IN ACCESS EXCLUSIVE MODE;

-- step 4: migrate, undo exact
CREATE TABLE plumb_archive_1.of_state_1 AS SELECT a, b, state::text AS plumb_old, NULL::text AS plumb_new FROM public.task;

-- step 5: migrate, undo exact
ALTER TABLE plumb_archive_1.of_state_1 ADD PRIMARY KEY (a, b);

-- step 6: migrate, undo exact with archive, locks public.task ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.task ALTER COLUMN state TYPE integer USING CASE state WHEN 'open' THEN 1 ELSE 2 END;

-- step 7: migrate, undo exact
UPDATE plumb_archive_1.of_state_1 AS a SET plumb_new = public.task.state::text FROM public.task WHERE a.a = public.task.a and a.b = public.task.b;

-- step 8: expand, undo exact, locks public.task ACCESS EXCLUSIVE
ALTER TABLE ONLY public.task ALTER COLUMN state SET DEFAULT 1;

COMMIT;
