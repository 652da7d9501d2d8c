-- Plan: 1 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT uuidv7();

-- step 2: expand, undo exact
DROP FUNCTION public.change();

-- step 3: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

-- step 4: expand, undo exact
CREATE OR REPLACE FUNCTION public.change()
 RETURNS TABLE(before bigint, after bigint)
 LANGUAGE sql
BEGIN ATOMIC
 UPDATE public.t SET n = (t.n + 1)
   RETURNING WITH (OLD AS o, NEW AS n) o.n,
     n.n;
END;

-- step 5: expand, undo exact
CREATE VIEW public.v AS
 SELECT array_sort(ARRAY[2, 1]) AS sorted,
    array_reverse(ARRAY[1]) AS reversed,
    crc32('\x78'::bytea) AS crc,
    ((n)::integer)::bytea AS bytes
   FROM public.t;

COMMIT;
