-- Plan: 0 to add, 0 to change, 6 to drop.
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

-- step 2: contract, undo exact
LOCK TABLE ONLY public.gone IN ACCESS EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT id, old_id, kept_id, parent, mood::text AS mood, moods::text AS moods, price::text AS price, picture, data, at, "Odd ""name""" FROM ONLY public.gone;

-- step 4: contract, undo exact
ALTER TABLE plumb_archive_1.of_gone_1 ADD PRIMARY KEY (id);

-- step 5: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_old_id_seq_2 AS SELECT last_value, is_called FROM public.gone_old_id_seq;

-- step 6: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_id_seq_3 AS SELECT last_value, is_called FROM public.gone_id_seq;

-- step 7: contract, undo exact with archive, locks public.gone ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.gone;

-- step 8: contract, undo exact
LOCK TABLE ONLY public.no_columns IN ACCESS EXCLUSIVE MODE;

-- step 9: contract, undo exact
CREATE TABLE plumb_archive_1.of_no_columns_4 AS SELECT FROM ONLY public.no_columns;

-- step 10: contract, undo exact with archive, locks public.no_columns ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.no_columns;

-- step 11: contract, undo exact
CREATE TABLE plumb_archive_1.of_counter_5 AS SELECT last_value, is_called FROM public.counter;

-- step 12: contract, undo exact with archive, locks public.counter ACCESS EXCLUSIVE
DROP SEQUENCE public.counter;

-- step 13: contract, undo exact
DROP DOMAIN public.price;

-- step 14: contract, undo exact
DROP TYPE public.mood;

COMMIT;
