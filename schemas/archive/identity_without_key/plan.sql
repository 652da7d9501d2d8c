-- Plan: 0 to add, 0 to change, 2 to drop.
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
CREATE TABLE plumb_archive_1.of_t_b_seq_1 AS SELECT last_value, is_called FROM public.t_b_seq;

-- step 3: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.t DROP COLUMN b;

COMMIT;
