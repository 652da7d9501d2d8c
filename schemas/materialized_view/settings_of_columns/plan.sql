-- Plan: 2 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE MATERIALIZED VIEW public.fresh AS
 SELECT 'long'::text AS body
WITH NO DATA;

-- step 2: expand, undo exact
ALTER MATERIALIZED VIEW public.fresh ALTER COLUMN body SET STORAGE MAIN;

-- step 3: expand, undo exact, locks public.m SHARE UPDATE EXCLUSIVE
ALTER MATERIALIZED VIEW public.m ALTER COLUMN id SET STATISTICS 50;

-- step 4: expand, undo exact, locks public.m SHARE UPDATE EXCLUSIVE
ALTER MATERIALIZED VIEW public.m ALTER COLUMN id SET (n_distinct = '-1');

-- step 5: expand, undo exact, locks public.m ACCESS EXCLUSIVE
ALTER MATERIALIZED VIEW public.m ALTER COLUMN body SET STORAGE EXTERNAL;

-- step 6: expand, undo exact
COMMENT ON COLUMN public.m.body IS 'as it came';

COMMIT;
