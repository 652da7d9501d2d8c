-- Plan: 0 to add, 7 to change, 0 to drop.
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

-- step 2: expand, undo exact, locks public.mood ACCESS EXCLUSIVE
ALTER TYPE public.mood RENAME TO mood_old;

-- step 3: expand, undo exact
CREATE TYPE public.mood AS ENUM ('happy', 'glad');

-- step 4: migrate, undo exact
LOCK TABLE public.parent IN ACCESS EXCLUSIVE MODE;

-- step 5: migrate, undo exact
CREATE TABLE plumb_archive_1.of_a_1 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, b, c, d, a::text AS plumb_old, NULL::character varying(40) AS plumb_new FROM public.parent WITH NO DATA;

-- step 6: migrate, undo exact
INSERT INTO plumb_archive_1.of_a_1 SELECT tableoid, ctid, b, c, d, a::text, a::text FROM public.parent;

-- step 7: migrate, undo exact
ALTER TABLE plumb_archive_1.of_a_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 8: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_a_1 (plumb_part, plumb_place);

-- step 9: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_a_1_is(plumb_archive_1.of_a_1) RETURNS plumb_archive_1.of_a_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_a_1 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 10: migrate, undo exact with archive, locks public.parent ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.parent ALTER COLUMN a TYPE character varying(40) USING (plumb_archive_1.of_a_1_is(ROW(tableoid, ctid, b, c, d, NULL, NULL)::plumb_archive_1.of_a_1)).plumb_new::character varying(40);

-- step 11: expand, undo exact, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE ONLY public.parent ALTER COLUMN a SET STORAGE EXTERNAL;

-- step 12: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_a_1_is(plumb_archive_1.of_a_1);

-- step 13: migrate, undo exact
LOCK TABLE public.parent IN ACCESS EXCLUSIVE MODE;

-- step 14: migrate, undo exact
CREATE TABLE plumb_archive_1.of_b_2 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, a, c, d, b::text AS plumb_old, NULL::character varying(40) AS plumb_new FROM public.parent WITH NO DATA;

-- step 15: migrate, undo exact
INSERT INTO plumb_archive_1.of_b_2 SELECT tableoid, ctid, a, c, d, b::text, b::text FROM public.parent;

-- step 16: migrate, undo exact
ALTER TABLE plumb_archive_1.of_b_2 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 17: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_b_2 (plumb_part, plumb_place);

-- step 18: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_b_2_is(plumb_archive_1.of_b_2) RETURNS plumb_archive_1.of_b_2 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_b_2 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 19: migrate, undo exact with archive, locks public.parent ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.parent ALTER COLUMN b TYPE character varying(40) USING (plumb_archive_1.of_b_2_is(ROW(tableoid, ctid, a, c, d, NULL, NULL)::plumb_archive_1.of_b_2)).plumb_new::character varying(40);

-- step 20: expand, undo exact, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE ONLY public.parent ALTER COLUMN b SET STORAGE EXTERNAL;

-- step 21: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_b_2_is(plumb_archive_1.of_b_2);

-- step 22: migrate, undo exact
LOCK TABLE public.parent IN ACCESS EXCLUSIVE MODE;

-- step 23: migrate, undo exact
CREATE TABLE plumb_archive_1.of_c_3 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, a, b, d, c::text AS plumb_old, NULL::character varying(40) AS plumb_new FROM public.parent WITH NO DATA;

-- step 24: migrate, undo exact
INSERT INTO plumb_archive_1.of_c_3 SELECT tableoid, ctid, a, b, d, c::text, c::text FROM public.parent;

-- step 25: migrate, undo exact
ALTER TABLE plumb_archive_1.of_c_3 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 26: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_c_3 (plumb_part, plumb_place);

-- step 27: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_c_3_is(plumb_archive_1.of_c_3) RETURNS plumb_archive_1.of_c_3 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_c_3 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 28: migrate, undo exact with archive, locks public.parent ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.parent ALTER COLUMN c TYPE character varying(40) USING (plumb_archive_1.of_c_3_is(ROW(tableoid, ctid, a, b, d, NULL, NULL)::plumb_archive_1.of_c_3)).plumb_new::character varying(40);

-- step 29: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_c_3_is(plumb_archive_1.of_c_3);

-- step 30: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE ONLY public.child ALTER COLUMN a SET STORAGE EXTERNAL;

-- step 31: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE ONLY public.child ALTER COLUMN b SET STORAGE MAIN;

-- step 32: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

-- step 33: expand, undo exact
DROP TYPE public.mood_old;

COMMIT;
