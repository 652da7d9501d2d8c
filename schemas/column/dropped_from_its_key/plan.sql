-- Plan: 0 to add, 0 to change, 2 to drop.
-- Proven: both
-- Warning: rows that are written after this deployment have no value for public.membership.team, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: contract, undo exact, locks public.membership SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.membership IN SHARE ROW EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_team_1 AS SELECT row_number() OVER () AS plumb_number, person, since, team FROM public.membership;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_team_1 ADD PRIMARY KEY (plumb_number);

-- step 5: contract, undo exact with archive, locks public.membership ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.membership DROP COLUMN team;

COMMIT;
