-- Plan: 0 to add, 3 to change, 0 to drop, 1 to rebuild.
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

-- step 2: expand, undo exact, locks public.my_note ACCESS EXCLUSIVE
DROP VIEW public.my_note;

-- step 3: expand, undo exact, locks public.checked ACCESS EXCLUSIVE
DROP VIEW public.checked;

-- step 4: migrate, undo exact
LOCK TABLE public.note IN ACCESS EXCLUSIVE MODE;

-- step 5: migrate, undo exact
CREATE TABLE plumb_archive_1.of_body_1 AS SELECT id, body::text AS plumb_old, NULL::text AS plumb_new FROM public.note;

-- step 6: migrate, undo exact
ALTER TABLE plumb_archive_1.of_body_1 ADD PRIMARY KEY (id);

-- step 7: migrate, undo exact with archive, locks public.note ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.note ALTER COLUMN body TYPE character varying(500);

-- step 8: migrate, undo exact
UPDATE plumb_archive_1.of_body_1 AS a SET plumb_new = public.note.body::text FROM public.note WHERE a.id = public.note.id;

-- step 9: expand, undo exact
CREATE VIEW public.my_note WITH (security_invoker = 'true', security_barrier = 'true') AS
 SELECT note.id,
    note.body,
    note.author
   FROM public.note;

-- step 10: expand, undo exact
CREATE VIEW public.checked WITH (check_option = 'cascaded') AS
 SELECT note.id,
    note.body
   FROM public.note
  WHERE (note.id > 0);

-- step 11: expand, undo exact
GRANT SELECT ON TABLE public.my_note TO shop_app;

COMMIT;
