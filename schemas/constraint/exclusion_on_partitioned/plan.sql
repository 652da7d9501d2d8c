-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.booking_2027 (
    at date,
    span int4range
);

-- step 2: expand, undo exact, locks public.booking ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.booking ADD CONSTRAINT apart EXCLUDE USING gist (at WITH =, span WITH &&);

-- step 3: expand, undo exact, locks public.booking SHARE UPDATE EXCLUSIVE
ALTER TABLE public.booking ATTACH PARTITION public.booking_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

COMMIT;
