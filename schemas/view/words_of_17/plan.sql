-- Plan: 3 to add, 3 to change, 0 to drop.
-- Proven: both
-- Warning: what becomes of public.t.at hangs on the TimeZone of the session that deploys; `-- plumb: using COLUMN AT TIME ZONE 'UTC'` says which

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.merge()
 RETURNS SETOF text
 LANGUAGE sql
BEGIN ATOMIC
 MERGE INTO public.t
    USING ( VALUES (1)) s(n)
    ON (t.id = s.n)
    WHEN NOT MATCHED BY SOURCE
     THEN DELETE
    WHEN MATCHED
     THEN UPDATE SET doc = NULL::jsonb
    WHEN NOT MATCHED BY TARGET
     THEN INSERT (id)
      VALUES (s.n)
   RETURNING MERGE_ACTION() AS "merge_action";
END;

-- step 4: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_doc ON public.t USING btree (JSON_VALUE(doc, '$."a"' RETURNING text));

-- step 5: expand, undo exact
CREATE VIEW public.j AS
 SELECT JSON_VALUE(doc, '$."a"' RETURNING integer DEFAULT 0 ON EMPTY ERROR ON ERROR) AS a,
    JSON_QUERY(doc, '$."b"' RETURNING jsonb WITH CONDITIONAL WRAPPER KEEP QUOTES) AS b,
    JSON_EXISTS(doc, '$."c"' TRUE ON ERROR) AS c,
    JSON_SCALAR(id) AS d,
    JSON_SERIALIZE(doc RETURNING text) AS e
   FROM public.t;

-- step 6: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 7: migrate, undo exact
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;

-- step 8: migrate, undo exact
CREATE TABLE plumb_archive_1.of_at_1 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, id, doc, at::text AS plumb_old, NULL::timestamp without time zone AS plumb_new FROM public.t WITH NO DATA;

-- step 9: migrate, undo exact
INSERT INTO plumb_archive_1.of_at_1 SELECT tableoid, ctid, id, doc, at::text, at::timestamp without time zone FROM public.t;

-- step 10: migrate, undo exact
ALTER TABLE plumb_archive_1.of_at_1 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 11: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_at_1 (plumb_part, plumb_place);

-- step 12: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_at_1_is(plumb_archive_1.of_at_1) RETURNS plumb_archive_1.of_at_1 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_at_1 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 13: migrate, undo exact with archive, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN at TYPE timestamp without time zone USING (plumb_archive_1.of_at_1_is(ROW(tableoid, ctid, id, doc, NULL, NULL)::plumb_archive_1.of_at_1)).plumb_new::timestamp without time zone;

-- step 14: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_at_1_is(plumb_archive_1.of_at_1);

-- step 15: expand, undo exact
CREATE VIEW public.v AS
 SELECT (at AT LOCAL) AS here
   FROM public.t;

COMMIT;
