-- Plan: 0 to add, 1 to change, 0 to drop.
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

-- step 2: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE plumb_archive_1.of_a_1 AS SELECT id, a::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 4: migrate, undo exact
ALTER TABLE plumb_archive_1.of_a_1 ADD PRIMARY KEY (id);

-- step 5: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 6: migrate, undo exact
CREATE TABLE plumb_archive_1.of_b_2 AS SELECT id, b::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 7: migrate, undo exact
ALTER TABLE plumb_archive_1.of_b_2 ADD PRIMARY KEY (id);

-- step 8: migrate, undo exact
LOCK TABLE public.p IN ACCESS EXCLUSIVE MODE;

-- step 9: migrate, undo exact
CREATE TABLE plumb_archive_1.of_a_3 AS SELECT k, a::text AS plumb_old, NULL::text AS plumb_new FROM public.p;

-- step 10: migrate, undo exact
ALTER TABLE plumb_archive_1.of_a_3 ADD PRIMARY KEY (k);

-- step 11: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 12: migrate, undo exact
CREATE TABLE plumb_archive_1.of_d_4 AS SELECT id, d::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 13: migrate, undo exact
ALTER TABLE plumb_archive_1.of_d_4 ADD PRIMARY KEY (id);

-- step 14: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 15: migrate, undo exact
CREATE TABLE plumb_archive_1.of_c_5 AS SELECT id, c::text AS plumb_old, NULL::text AS plumb_new FROM public.t;

-- step 16: migrate, undo exact
ALTER TABLE plumb_archive_1.of_c_5 ADD PRIMARY KEY (id);

-- step 17: expand, undo exact with archive, locks public.place ACCESS EXCLUSIVE, breaks_queries
ALTER TYPE public.place DROP ATTRIBUTE country;

-- step 18: migrate, undo exact
UPDATE plumb_archive_1.of_a_1 AS a SET plumb_new = public.t.a::text FROM public.t WHERE a.id = public.t.id;

-- step 19: migrate, undo exact
UPDATE plumb_archive_1.of_b_2 AS a SET plumb_new = public.t.b::text FROM public.t WHERE a.id = public.t.id;

-- step 20: migrate, undo exact
UPDATE plumb_archive_1.of_a_3 AS a SET plumb_new = public.p.a::text FROM public.p WHERE a.k = public.p.k;

-- step 21: migrate, undo exact
UPDATE plumb_archive_1.of_d_4 AS a SET plumb_new = public.t.d::text FROM public.t WHERE a.id = public.t.id;

-- step 22: migrate, undo exact
UPDATE plumb_archive_1.of_c_5 AS a SET plumb_new = public.t.c::text FROM public.t WHERE a.id = public.t.id;

COMMIT;
