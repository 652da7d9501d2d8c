-- Plan: 9 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.log SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_id_at ON ONLY public.log USING btree (id, at);

-- step 2: expand, undo exact, locks public.log_2025 SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_2025_id_at_idx ON public.log_2025 USING btree (id, at);

-- step 3: expand, undo exact, locks public.log_2026 SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_2026_id_at_idx ON public.log_2026 USING btree (id, at);

-- step 4: expand, undo exact, locks public.log SHARE, scans, scans_table, blocks_writes
CREATE INDEX log_what ON ONLY public.log USING btree (what);

-- step 5: expand, undo exact, locks public.log_2025 SHARE, scans, scans_table, blocks_writes
CREATE INDEX log_2025_what_idx ON public.log_2025 USING btree (what);

-- step 6: expand, undo exact, locks public.log_2026 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_what ATTACH PARTITION public.own;

-- step 7: expand, undo exact, locks public.log_2025 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_id_at ATTACH PARTITION public.log_2025_id_at_idx;

-- step 8: expand, undo exact, locks public.log_2026 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_id_at ATTACH PARTITION public.log_2026_id_at_idx;

-- step 9: expand, undo exact, locks public.log_2025 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_what ATTACH PARTITION public.log_2025_what_idx;

COMMIT;
