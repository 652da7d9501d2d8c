-- Plan: 16 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.measure (
    at date NOT NULL,
    value integer,
    place text DEFAULT 'here'::text,
    CONSTRAINT positive CHECK ((value > 0))
)
PARTITION BY RANGE (at);

-- step 2: expand, undo exact
CREATE TABLE public.others (
    at date NOT NULL,
    n bigint DEFAULT 0 NOT NULL
)
PARTITION BY LIST (at);

-- step 3: expand, undo exact, locks public.measure_2024 ACCESS EXCLUSIVE
ALTER TABLE public.measure_2024 ADD COLUMN place text DEFAULT 'here'::text;

-- step 4: expand, undo exact, locks public.other ACCESS EXCLUSIVE
ALTER TABLE public.other ADD COLUMN n bigint DEFAULT 0 NOT NULL;

-- step 5: expand, undo exact, locks public.event ACCESS EXCLUSIVE
ALTER TABLE public.event ADD COLUMN who text;

-- step 6: expand, undo exact, locks public.event_2024 ACCESS EXCLUSIVE
ALTER TABLE public.event_2024 ADD COLUMN what text;

-- step 7: expand, undo exact, locks public.event_2024 ACCESS EXCLUSIVE
ALTER TABLE public.event_2024 ADD COLUMN who text;

-- step 8: expand, undo exact, locks public.measure_2024 ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.measure_2024 ADD CONSTRAINT positive CHECK ((value > 0));

-- step 9: expand, undo exact
CREATE INDEX measure_value_idx ON ONLY public.measure USING btree (value);

-- step 10: expand, undo exact, locks public.measure_2024 SHARE, scans, scans_table, blocks_writes
CREATE INDEX measure_2024_value_idx ON public.measure_2024 USING btree (value);

-- step 11: expand, undo exact, locks public.measure_2024 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.measure ATTACH PARTITION public.measure_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- step 12: expand, undo exact, locks public.other SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.others ATTACH PARTITION public.other DEFAULT;

-- step 13: expand, undo exact, locks public.event_2024 SHARE UPDATE EXCLUSIVE, locks public.event SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.event ATTACH PARTITION public.event_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

COMMIT;
