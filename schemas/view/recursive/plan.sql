-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE VIEW public.tree AS
 WITH RECURSIVE tree(id, path) AS (
         SELECT part.id,
            ARRAY[part.id] AS "array"
           FROM public.part
          WHERE (part.whole IS NULL)
        UNION ALL
         SELECT p.id,
            (t.path || p.id)
           FROM (public.part p
             JOIN tree t ON ((p.whole = t.id)))
        )
 SELECT tree.id,
    tree.path
   FROM tree;

COMMIT;
