-- Plan: 7 to add, 0 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.event SHARE ROW EXCLUSIVE, locks public.owner SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.event ADD CONSTRAINT event_owner_fkey FOREIGN KEY (owner) REFERENCES public.owner(id);

-- step 2: contract, undo exact, locks public.event ACCESS EXCLUSIVE
DROP INDEX public.event_old;

-- step 3: expand, undo exact, locks public.event_default ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.event_default ADD CONSTRAINT event_default_pkey PRIMARY KEY (id, at);

-- step 4: expand, undo exact, locks public.event ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.event ADD CONSTRAINT event_pkey PRIMARY KEY (id, at);

-- step 5: expand, undo exact, locks public.event_default SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX event_default_at_id_idx ON public.event_default USING btree (at, id);

-- step 6: expand, undo exact, locks public.event SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX "Event ON ONLY time" ON public.event USING btree (at, id);

-- step 7: expand, undo exact, locks public.event_default SHARE UPDATE EXCLUSIVE
ALTER INDEX public.event_pkey ATTACH PARTITION public.event_default_pkey;

-- step 8: expand, undo exact, locks public.event_default SHARE UPDATE EXCLUSIVE
ALTER INDEX public."Event ON ONLY time" ATTACH PARTITION public.event_default_at_id_idx;

COMMIT;
