-- Plan: 1 to add, 7 to change, 1 to drop, 4 to rebuild.
-- Proven: both
-- Warning: new.sql:2:1: domain public.f looks like public.e under another name: if it is, write `-- plumb: renamed from e` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE DOMAIN public.f AS text;

-- step 2: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP COLUMN b;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP COLUMN g;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP COLUMN f;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD COLUMN f date GENERATED ALWAYS AS (('2000-01-01'::date + a)) STORED;

-- step 7: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE public.p DROP COLUMN b;

-- step 8: contract, undo exact
DROP DOMAIN public.e;

-- step 9: expand, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (a) STORED;

-- step 10: expand, undo exact, locks public.p ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.p ADD COLUMN b public.f GENERATED ALWAYS AS ((a)::text) STORED;

-- step 11: expand, undo exact
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- step 12: expand, undo exact, locks public.d ACCESS EXCLUSIVE
ALTER DOMAIN public.d RENAME TO d_old;

-- step 13: expand, undo exact
CREATE DOMAIN public.d AS character varying
    CONSTRAINT d_check CHECK (((VALUE)::text <> ''::text));

-- step 14: expand, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD COLUMN b public.d GENERATED ALWAYS AS ((a)::text) STORED;

-- step 15: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN c TYPE public.d USING c::public.d;

-- step 16: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.b,
    t.c
   FROM public.t;

-- step 17: expand, undo exact
DROP DOMAIN public.d_old;

COMMIT;
