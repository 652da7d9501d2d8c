-- Plan: 0 to add, 2 to change, 0 to drop, 1 to rebuild.
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

-- step 2: expand, undo exact, locks public.price ACCESS EXCLUSIVE
ALTER TYPE public.price RENAME TO price_old;

-- step 3: expand, undo exact, locks public.amount ACCESS EXCLUSIVE
ALTER DOMAIN public.amount RENAME TO amount_old;

-- step 4: expand, undo exact
CREATE DOMAIN public.amount AS numeric(10,1);

-- step 5: expand, undo exact
CREATE TYPE public.price AS (
    net public.amount,
    taken date
);

-- step 6: expand, undo exact, locks public.offer ACCESS EXCLUSIVE
ALTER DOMAIN public.offer RENAME TO offer_old;

-- step 7: expand, undo exact
CREATE DOMAIN public.offer AS public.price;

-- step 8: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 9: migrate, undo exact
CREATE TABLE plumb_archive_1.of_a_1 AS SELECT id, a::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 10: migrate, undo exact
ALTER TABLE plumb_archive_1.of_a_1 ADD PRIMARY KEY (id);

-- step 11: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN a TYPE public.amount USING a::public.amount;

-- step 12: migrate, undo exact
UPDATE plumb_archive_1.of_a_1 AS a SET plumb_new = public.t.a::text FROM public.t WHERE a.id = public.t.id;

-- step 13: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 14: migrate, undo exact
CREATE TABLE plumb_archive_1.of_b_2 AS SELECT id, b::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 15: migrate, undo exact
ALTER TABLE plumb_archive_1.of_b_2 ADD PRIMARY KEY (id);

-- step 16: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN b TYPE public.amount[] USING b::public.amount[];

-- step 17: migrate, undo exact
UPDATE plumb_archive_1.of_b_2 AS a SET plumb_new = public.t.b::text FROM public.t WHERE a.id = public.t.id;

-- step 18: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 19: migrate, undo exact
CREATE TABLE plumb_archive_1.of_c_3 AS SELECT id, c::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 20: migrate, undo exact
ALTER TABLE plumb_archive_1.of_c_3 ADD PRIMARY KEY (id);

-- step 21: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN c TYPE public.price USING c::text::public.price;

-- step 22: migrate, undo exact
UPDATE plumb_archive_1.of_c_3 AS a SET plumb_new = public.t.c::text FROM public.t WHERE a.id = public.t.id;

-- step 23: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 24: migrate, undo exact
CREATE TABLE plumb_archive_1.of_d_4 AS SELECT id, d::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 25: migrate, undo exact
ALTER TABLE plumb_archive_1.of_d_4 ADD PRIMARY KEY (id);

-- step 26: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN d TYPE public.offer USING d::text::public.offer;

-- step 27: migrate, undo exact
UPDATE plumb_archive_1.of_d_4 AS a SET plumb_new = public.t.d::text FROM public.t WHERE a.id = public.t.id;

-- step 28: expand, undo exact
DROP DOMAIN public.offer_old;

-- step 29: expand, undo exact
DROP TYPE public.price_old;

-- step 30: expand, undo exact
DROP DOMAIN public.amount_old;

COMMIT;
