-- Plan: 0 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
DROP PROCEDURE public.put(IN integer);

-- step 2: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- step 3: expand, undo exact
CREATE OR REPLACE PROCEDURE public.put(IN integer)
 LANGUAGE sql
BEGIN ATOMIC
 MERGE INTO public.t
    USING ( SELECT $1 AS id) s
    ON (t.id = s.id)
    WHEN MATCHED
     AND (t.n > 0)
     THEN DO NOTHING
    WHEN MATCHED
     THEN UPDATE SET n = (t.n + 1)
    WHEN NOT MATCHED
     THEN INSERT (id)
      VALUES (s.id);
END;

COMMIT;
