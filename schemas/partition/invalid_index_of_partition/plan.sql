-- Plan: 6 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.event_2 (
    at integer
)
PARTITION BY RANGE (at);

-- step 2: expand, undo exact
CREATE TABLE public.event_2a (
    at integer
);

-- step 3: expand, undo exact
CREATE TABLE public.event_2b (
    at integer
);

-- step 4: expand, undo exact, locks public.event_1 SHARE, scans, scans_table, blocks_writes
CREATE INDEX event_1_at ON public.event_1 USING btree (at);

-- step 5: expand, undo exact
CREATE INDEX event_2a_at ON public.event_2a USING btree (at);

-- step 6: expand, undo exact
ALTER TABLE public.event_2 ATTACH PARTITION public.event_2b FOR VALUES FROM (200) TO (300);

-- step 7: expand, undo exact
CREATE INDEX event_2_at ON ONLY public.event_2 USING btree (at);

-- step 8: expand, undo exact
ALTER TABLE public.event_2 ATTACH PARTITION public.event_2a FOR VALUES FROM (100) TO (200);

-- step 9: expand, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event ATTACH PARTITION public.event_2 FOR VALUES FROM (100) TO (300);

-- step 10: expand, undo exact, locks public.event SHARE, scans, scans_table, blocks_writes
CREATE INDEX event_at ON ONLY public.event USING btree (at);

-- step 11: expand, undo exact, locks public.event_1 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.event_at ATTACH PARTITION public.event_1_at;

-- step 12: expand, undo exact
ALTER INDEX public.event_at ATTACH PARTITION public.event_2_at;

COMMIT;
