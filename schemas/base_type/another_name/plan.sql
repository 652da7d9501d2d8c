-- Plan: 3 to add, 8 to change, 3 to drop.
-- Proven: both
-- Warning: new.sql:1:1: base type public.total looks like public.amount under another name: if it is, write `-- plumb: renamed from amount` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.bill ACCESS EXCLUSIVE, changes_access
DROP POLICY p ON public.bill;

-- step 2: expand, undo exact, locks public.bill ACCESS EXCLUSIVE
ALTER TABLE public.bill DROP CONSTRAINT bill_paid_check;

-- step 3: expand, undo exact, locks public.bill ACCESS EXCLUSIVE
ALTER TABLE ONLY public.bill ALTER COLUMN paid DROP DEFAULT;

-- step 4: expand, undo exact, locks public.letter ACCESS EXCLUSIVE
ALTER TABLE ONLY public.letter ALTER COLUMN paid DROP DEFAULT;

-- step 5: contract, undo exact, breaks_queries
DROP FUNCTION public.lower_than(public.amount,public.amount);

-- step 6: migrate, undo exact, locks public.bill ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.bill ALTER COLUMN paid TYPE text USING paid::text;

-- step 7: contract, undo exact
DROP TYPE public.amount CASCADE;

-- step 8: expand, undo exact
CREATE TYPE public.total;

-- step 9: expand, undo exact
CREATE OR REPLACE FUNCTION public.amount_in(cstring)
 RETURNS public.total
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int8in$function$;

-- step 10: expand, undo exact
CREATE OR REPLACE FUNCTION public.amount_out(public.total)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int8out$function$;

-- step 11: expand, undo exact
CREATE TYPE public.total (INPUT = public.amount_in, OUTPUT = public.amount_out, INTERNALLENGTH = 8, PASSEDBYVALUE, ALIGNMENT = double, STORAGE = plain);

-- step 12: expand, undo exact
CREATE OR REPLACE FUNCTION public.lower_than(public.total, public.total)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int8lt$function$;

-- step 13: migrate, undo lossy, locks public.bill ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads, loses_data
ALTER TABLE public.bill ALTER COLUMN paid TYPE public.total USING paid::text::public.total;

-- step 14: expand, undo exact, locks public.bill ACCESS EXCLUSIVE
ALTER TABLE ONLY public.bill ALTER COLUMN paid SET DEFAULT '5'::public.total;

-- step 15: expand, undo exact, locks public.letter ACCESS EXCLUSIVE
ALTER TABLE ONLY public.letter ALTER COLUMN paid SET DEFAULT '5'::public.total;

-- step 16: expand, undo exact, locks public.bill ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.bill ADD CONSTRAINT bill_paid_check CHECK (public.lower_than('0'::public.total, paid));

-- step 17: expand, undo exact, locks public.bill ACCESS EXCLUSIVE, changes_access
CREATE POLICY p ON public.bill TO PUBLIC USING (public.lower_than(paid, '7'::public.total));

COMMIT;
