-- Plan: 3 to add, 1 to change, 1 to drop.
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

-- step 2: expand, undo exact, locks public.address ACCESS EXCLUSIVE
ALTER TABLE public.address ALTER COLUMN town DROP NOT NULL;

-- step 3: expand, undo exact, locks public.address ACCESS EXCLUSIVE
ALTER TABLE public.address ADD COLUMN coming date;

-- step 4: expand, undo exact, locks public.customer ACCESS EXCLUSIVE
ALTER TABLE public.customer ADD COLUMN more public.address;

-- step 5: expand, undo exact, locks public.address SHARE, scans, scans_table, blocks_writes
CREATE INDEX address_street ON public.address USING btree (street);

-- step 6: contract, undo exact, locks public.address SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.address IN SHARE ROW EXCLUSIVE MODE;

-- step 7: contract, undo exact
CREATE TABLE plumb_archive_1.of_going_1 AS SELECT row_number() OVER () AS plumb_number, street, town, going FROM public.address;

-- step 8: contract, undo exact
ALTER TABLE plumb_archive_1.of_going_1 ADD PRIMARY KEY (plumb_number);

-- step 9: contract, undo lossy, locks public.address ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.address DROP COLUMN going;

COMMIT;
