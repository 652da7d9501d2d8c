-- Plan: 1 to add, 0 to change, 3 to drop.
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
CREATE TABLE public.other (
    id integer
);

-- step 3: contract, undo exact
LOCK TABLE ONLY public.remark IN ACCESS EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_remark_1 AS SELECT log_id, log_at, body FROM ONLY public.remark;

-- step 5: contract, undo exact with archive, locks public.remark ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.remark;

-- step 6: contract, undo exact
LOCK TABLE ONLY public.log_2025 IN ACCESS EXCLUSIVE MODE;

-- step 7: contract, undo exact
CREATE TABLE plumb_archive_1.of_log_2025_2 AS SELECT id, at FROM ONLY public.log_2025;

-- step 8: contract, undo exact
ALTER TABLE plumb_archive_1.of_log_2025_2 ADD PRIMARY KEY (id, at);

-- step 9: contract, undo exact with archive, locks public.log_2025 ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.log_2025;

-- step 10: contract, undo exact, locks public.log ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.log;

COMMIT;
