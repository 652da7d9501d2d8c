-- Plan: 3 to add, 1 to change, 2 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE ACCESS METHOD "Coming" TYPE TABLE HANDLER heap_tableam_handler;

-- step 2: expand, undo exact
CREATE TABLE public.u (
    a integer
)
USING "Coming";

-- step 3: contract, undo lossy, locks public.t ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.t;

-- step 4: contract, undo exact
DROP ACCESS METHOD going;

-- step 5: expand, undo exact
DROP ACCESS METHOD changed;

-- step 6: expand, undo exact
CREATE ACCESS METHOD changed TYPE INDEX HANDLER bthandler;

-- step 7: expand, undo exact
CREATE OPERATOR FAMILY public.f USING changed;

-- step 8: expand, undo exact
COMMENT ON ACCESS METHOD changed IS 'said of it';

COMMIT;
