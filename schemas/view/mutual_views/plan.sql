-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE VIEW public.a AS SELECT NULL::integer AS id;

-- step 2: expand, undo exact
CREATE VIEW public.b AS
 SELECT a.id
   FROM public.a;

-- step 3: expand, undo exact
CREATE OR REPLACE VIEW public.a AS
 SELECT t.id
   FROM public.t
  WHERE (EXISTS ( SELECT
           FROM public.b
          WHERE (b.id = t.id)));

COMMIT;
