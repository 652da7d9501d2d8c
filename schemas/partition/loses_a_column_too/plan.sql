-- Plan: 1 to add, 1 to change, 2 to drop, 2 to rebuild.
-- Proven: both
-- Warning: public.reading will begin without rows, as its columns change while it is made anew: rows go over where the columns change in a plan of their own

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
CREATE TABLE public.reading_rest (
    id integer NOT NULL,
    taken date NOT NULL
);

-- step 3: contract, undo exact
LOCK TABLE ONLY public.reading IN ACCESS EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_reading_1 AS SELECT id, taken, value FROM ONLY public.reading;

-- step 5: migrate, undo exact with archive, locks public.reading ACCESS EXCLUSIVE, loses_data
DROP TABLE public.reading;

-- step 6: expand, undo exact
CREATE TABLE public.reading (
    id integer NOT NULL,
    taken date NOT NULL
)
PARTITION BY RANGE (taken);

-- step 7: expand, undo exact
ALTER TABLE public.reading ATTACH PARTITION public.reading_rest DEFAULT;

COMMIT;
