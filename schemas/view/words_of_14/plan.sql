-- Plan: 3 to add, 4 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.f(tstzmultirange, int4multirange)
 RETURNS integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT (count(*))::integer AS count
    FROM public.node
   WHERE (node.at <@ $1);
 SELECT (EXTRACT(year FROM lower($1)))::integer AS "extract";
END;

-- step 2: expand, undo exact
CREATE VIEW public.sub AS
 SELECT ('{"a": 1}'::jsonb)['a'::text] AS a,
    (ARRAY[1, 2])[1:1] AS b,
    trim_array(ARRAY[1, 2], 1) AS c;

-- step 3: expand, undo exact, locks public.tree ACCESS EXCLUSIVE
DROP VIEW public.tree;

-- step 4: expand, undo exact, locks public.joined ACCESS EXCLUSIVE
DROP VIEW public.joined;

-- step 5: migrate, undo exact, locks public.node ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.node ALTER COLUMN id TYPE bigint;

-- step 6: migrate, undo exact, locks public.node ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.node ALTER COLUMN parent TYPE bigint;

-- step 7: expand, undo exact
CREATE VIEW public.tree AS
 WITH RECURSIVE t AS (
         SELECT node.id,
            node.parent
           FROM public.node
          WHERE (node.parent IS NULL)
        UNION ALL
         SELECT n.id,
            n.parent
           FROM (public.node n
             JOIN t t_1 ON ((n.parent = t_1.id)))
        ) SEARCH DEPTH FIRST BY id SET seq CYCLE id SET again USING path
 SELECT t.id,
    t.parent,
    (t.seq)::text AS seq,
    t.again
   FROM t;

-- step 8: expand, undo exact
CREATE VIEW public.joined AS
 SELECT node.id
   FROM (public.node
     JOIN public.node other USING (id) AS j);

-- step 9: expand, undo exact
CREATE VIEW public.grouped AS
 SELECT node.id,
    node.parent,
    range_agg(node.at) AS times,
    date_bin('00:15:00'::interval, max(lower(node.at)), '2020-01-01 00:00:00+00'::timestamp with time zone) AS bin
   FROM public.node
  GROUP BY DISTINCT ROLLUP(node.id, node.parent), ROLLUP(node.id);

COMMIT;
