-- Plan: 2 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.hall (
    id integer,
    taken tsrange,
    CONSTRAINT hall_once UNIQUE (id, taken WITHOUT OVERLAPS)
);

-- step 2: expand, undo exact, locks public.room ACCESS EXCLUSIVE
ALTER TABLE public.room DROP CONSTRAINT room_pkey;

-- step 3: expand, undo exact, locks public.room ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.room ADD CONSTRAINT room_pkey PRIMARY KEY (id, taken WITHOUT OVERLAPS);

-- step 4: expand, undo exact, locks public.guest SHARE ROW EXCLUSIVE, locks public.room SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.guest ADD CONSTRAINT guest_room_stay_fkey FOREIGN KEY (room, PERIOD stay) REFERENCES public.room(id, PERIOD taken);

-- step 5: contract, undo exact, locks public.bed ACCESS EXCLUSIVE
ALTER TABLE public.bed DROP CONSTRAINT once;

COMMIT;
