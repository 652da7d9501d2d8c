-- Plan: 3 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.doc ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.doc ADD COLUMN name text GENERATED ALWAYS AS (JSON_VALUE(body, '$."name"' RETURNING text)) STORED;

-- step 2: expand, undo exact, locks public.doc SHARE, scans, scans_table, blocks_writes
CREATE INDEX doc_has ON public.doc USING btree (JSON_EXISTS(body, '$."items"'));

-- step 3: expand, undo exact, locks public.item ACCESS EXCLUSIVE
DROP VIEW public.item;

-- step 4: migrate, undo exact, locks public.doc ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.doc ALTER COLUMN id TYPE bigint;

-- step 5: expand, undo exact
CREATE OR REPLACE FUNCTION public.put(bigint, jsonb)
 RETURNS SETOF bigint
 LANGUAGE sql
BEGIN ATOMIC
 MERGE INTO public.doc
    USING ( VALUES ($1,$2)) v(id, body)
    ON (doc.id = v.id)
    WHEN MATCHED
     THEN UPDATE SET body = v.body
    WHEN NOT MATCHED
     THEN INSERT (id, body)
      VALUES (v.id, v.body)
   RETURNING doc.id;
END;

-- step 6: expand, undo exact
CREATE VIEW public.item AS
 SELECT doc.id,
    i.n,
    i.name,
    i.price
   FROM public.doc,
    LATERAL JSON_TABLE(
            doc.body, '$."items"[*]' AS json_table_path_0
            COLUMNS (
                n FOR ORDINALITY,
                name text PATH '$."name"',
                price integer PATH '$."price"' DEFAULT 0 ON EMPTY
            )
        ) i;

COMMIT;
