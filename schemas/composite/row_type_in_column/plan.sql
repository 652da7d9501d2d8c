-- Plan: 3 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.address ACCESS EXCLUSIVE
ALTER TABLE public.address ALTER COLUMN town DROP NOT NULL;

-- step 2: expand, undo exact, locks public.address ACCESS EXCLUSIVE
ALTER TABLE public.address ADD COLUMN coming date;

-- step 3: expand, undo exact, locks public.customer ACCESS EXCLUSIVE
ALTER TABLE public.customer ADD COLUMN more public.address;

-- step 4: expand, undo exact, locks public.address SHARE, scans, scans_table, blocks_writes
CREATE INDEX address_street ON public.address USING btree (street);

-- step 5: contract, undo lossy, locks public.address ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.address DROP COLUMN going;

COMMIT;
