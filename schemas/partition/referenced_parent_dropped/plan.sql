-- Plan: 1 to add, 0 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.other (
    id integer
);

-- step 2: contract, undo lossy, locks public.remark ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.remark;

-- step 3: contract, undo lossy, locks public.log_2025 ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.log_2025;

-- step 4: contract, undo exact, locks public.log ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.log;

COMMIT;
