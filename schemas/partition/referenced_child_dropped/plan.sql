-- Plan: 0 to add, 0 to change, 1 to drop, 1 to rebuild.
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

-- step 2: expand, undo exact, locks public.remark ACCESS EXCLUSIVE, locks public.log ACCESS EXCLUSIVE
ALTER TABLE public.remark DROP CONSTRAINT remark_log_id_log_at_fkey;

-- step 3: contract, undo exact
LOCK TABLE ONLY public.log_2026 IN ACCESS EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_log_2026_1 AS SELECT id, at FROM ONLY public.log_2026;

-- step 5: contract, undo exact
ALTER TABLE plumb_archive_1.of_log_2026_1 ADD PRIMARY KEY (id, at);

-- step 6: contract, undo exact with archive, locks public.log_2026 ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.log_2026;

-- step 7: expand, undo exact, locks public.remark SHARE ROW EXCLUSIVE, locks public.log SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.remark ADD CONSTRAINT remark_log_id_log_at_fkey FOREIGN KEY (log_id, log_at) REFERENCES public.log(id, at);

COMMIT;
