-- Plan: 3 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE VIEW public.u AS
 SELECT date_add('2020-01-01 00:00:00+00'::timestamp with time zone, '1 day'::interval, 'UTC'::text) AS d,
    ((3 + 7) + 10) AS n;

-- step 2: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 3: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- step 4: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
CREATE STATISTICS public.t_id_who_stat ON id, who FROM public.t;

-- step 5: expand, undo exact
CREATE VIEW public.v AS
 SELECT n
   FROM ( SELECT t.id AS n
           FROM public.t) unnamed_subquery;

-- step 6: expand, undo exact
CREATE VIEW public.w AS
 SELECT any_value(id) AS one,
    XMLSERIALIZE(DOCUMENT (any_value((x)::text))::xml AS text INDENT) AS text,
    array_shuffle(ARRAY[1, 2]) AS mixed
   FROM public.t
  GROUP BY (x)::text;

COMMIT;
