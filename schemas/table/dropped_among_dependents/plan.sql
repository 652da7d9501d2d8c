-- Plan: 0 to add, 0 to change, 4 to drop.
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

-- step 2: contract, undo exact, locks public.tagged ACCESS EXCLUSIVE, breaks_queries
DROP VIEW public.tagged;

-- step 3: contract, undo exact, locks public.article SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.article IN SHARE ROW EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_tag_id_1 AS SELECT id, tag_id FROM public.article WHERE tag_id IS NOT NULL;

-- step 5: contract, undo exact
ALTER TABLE plumb_archive_1.of_tag_id_1 ADD PRIMARY KEY (id);

-- step 6: contract, undo exact with archive, locks public.article ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.article DROP COLUMN tag_id;

-- step 7: contract, undo exact
LOCK TABLE ONLY public.tag IN ACCESS EXCLUSIVE MODE;

-- step 8: contract, undo exact
CREATE TABLE plumb_archive_1.of_tag_2 AS SELECT id, name FROM ONLY public.tag;

-- step 9: contract, undo exact
ALTER TABLE plumb_archive_1.of_tag_2 ADD PRIMARY KEY (id);

-- step 10: contract, undo exact with archive, locks public.tag ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.tag;

COMMIT;
