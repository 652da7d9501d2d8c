-- Plan: 0 to add, 0 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.remark ACCESS EXCLUSIVE, locks public.log ACCESS EXCLUSIVE
ALTER TABLE public.remark DROP CONSTRAINT remark_log_id_log_at_fkey;

-- step 2: contract, undo lossy, locks public.log_2026 ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.log_2026;

-- step 3: expand, undo exact, locks public.remark SHARE ROW EXCLUSIVE, locks public.log SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.remark ADD CONSTRAINT remark_log_id_log_at_fkey FOREIGN KEY (log_id, log_at) REFERENCES public.log(id, at);

COMMIT;
