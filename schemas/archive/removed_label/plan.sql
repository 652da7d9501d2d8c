-- Plan: 0 to add, 1 to change, 0 to drop.
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

-- step 2: expand, undo exact, locks public.state ACCESS EXCLUSIVE
ALTER TYPE public.state RENAME TO state_old;

-- step 3: expand, undo exact
CREATE TYPE public.state AS ENUM ('open', 'closed');

-- step 4: migrate, undo exact
LOCK TABLE public.task IN ACCESS EXCLUSIVE MODE;

-- step 5: migrate, undo exact
CREATE TABLE plumb_archive_1.of_state_1 AS SELECT id, state::text AS plumb_old, NULL::text AS plumb_new FROM public.task;

-- step 6: migrate, undo exact
ALTER TABLE plumb_archive_1.of_state_1 ADD PRIMARY KEY (id);

-- step 7: migrate, undo exact with archive, locks public.task ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.task ALTER COLUMN state TYPE public.state USING CASE state::text WHEN 'lost' THEN 'closed' ELSE state::text END::public.state;

-- step 8: migrate, undo exact
UPDATE plumb_archive_1.of_state_1 AS a SET plumb_new = public.task.state::text FROM public.task WHERE a.id = public.task.id;

-- step 9: expand, undo exact
DROP TYPE public.state_old;

COMMIT;
