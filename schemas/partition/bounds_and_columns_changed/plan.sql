-- Plan: 12 to add, 4 to change, 8 to drop, 1 to rebuild.
-- Proven: both
-- Warning: new.sql:1:69: column public.event.kind looks like public.event.gone under another name: if it is, write `-- plumb: renamed from gone` before it
-- Warning: new.sql:3:1: column public.event_24.kind looks like public.event_24.gone under another name: if it is, write `-- plumb: renamed from gone` before it
-- Warning: new.sql:5:1: column public.event_25.kind looks like public.event_25.gone under another name: if it is, write `-- plumb: renamed from gone` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: expand, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD COLUMN kind text DEFAULT 'plain'::text;

-- step 3: contract, undo exact, locks public.event SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.event IN SHARE ROW EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_gone_1 AS SELECT at, gone FROM public.event WHERE gone IS NOT NULL;

-- step 5: contract, undo exact
ALTER TABLE plumb_archive_1.of_gone_1 ADD PRIMARY KEY (at);

-- step 6: contract, undo exact with archive, locks public.event ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.event DROP COLUMN gone;

-- step 7: expand, undo exact
CREATE TABLE public.event_24b (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'plain'::text,
    CONSTRAINT event_24b_pkey PRIMARY KEY (at)
);

-- step 8: migrate, undo exact, locks public.event ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.event ALTER COLUMN id TYPE bigint;

-- step 9: expand, undo exact
CREATE INDEX event_24b_kind_idx ON public.event_24b USING btree (kind);

-- step 10: expand, undo exact, locks public.event_25 SHARE, scans, scans_table, blocks_writes
CREATE INDEX event_25_kind_idx ON public.event_25 USING btree (kind);

-- step 11: expand, undo exact, locks public.event_24 ACCESS EXCLUSIVE, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event DETACH PARTITION public.event_24;

-- step 12: expand, undo exact, locks public.event SHARE, scans, scans_table, blocks_writes
CREATE INDEX event_kind ON ONLY public.event USING btree (kind);

-- step 13: expand, undo exact, locks public.event_24 SHARE, scans, scans_table, blocks_writes
CREATE INDEX event_24_kind_idx ON public.event_24 USING btree (kind);

-- step 14: expand, undo exact, locks public.event_24 SHARE UPDATE EXCLUSIVE, locks public.event SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.event ATTACH PARTITION public.event_24 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');

-- step 15: expand, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event ATTACH PARTITION public.event_24b FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');

-- step 16: expand, undo exact, locks public.event_25 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.event_kind ATTACH PARTITION public.event_25_kind_idx;

COMMIT;
