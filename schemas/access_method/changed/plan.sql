-- Plan: 3 to add, 1 to change, 2 to drop, 1 to rebuild.
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
CREATE ACCESS METHOD "Coming" TYPE TABLE HANDLER heap_tableam_handler;

-- step 3: expand, undo exact
CREATE TABLE public.u (
    a integer
)
USING "Coming";

-- step 4: contract, undo exact
LOCK TABLE ONLY public.t IN ACCESS EXCLUSIVE MODE;

-- step 5: contract, undo exact
CREATE TABLE plumb_archive_1.of_t_1 AS SELECT a FROM ONLY public.t;

-- step 6: contract, undo exact with archive, locks public.t ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.t;

-- step 7: contract, undo exact
DROP ACCESS METHOD going;

-- step 8: expand, undo exact
DROP ACCESS METHOD changed;

-- step 9: expand, undo exact
CREATE ACCESS METHOD changed TYPE INDEX HANDLER bthandler;

-- step 10: expand, undo exact
CREATE OPERATOR FAMILY public.f USING changed;

-- step 11: expand, undo exact
COMMENT ON ACCESS METHOD changed IS 'said of it';

COMMIT;
