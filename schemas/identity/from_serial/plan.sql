-- Plan: 1 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
ALTER SEQUENCE public.t_id_seq OWNED BY NONE;

-- step 2: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id DROP DEFAULT;

-- step 3: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT last_value, is_called FROM public.t_id_seq;

-- step 4: contract, undo exact, locks public.t_id_seq ACCESS EXCLUSIVE
DROP SEQUENCE public.t_id_seq;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- step 6: migrate, undo exact, locks public.t ROW EXCLUSIVE
SELECT pg_catalog.setval('public.t_id_seq', last_value, is_called) FROM public.plumb_rows_1;

-- step 7: migrate, undo exact
DROP TABLE public.plumb_rows_1;

-- step 8: expand, undo exact, locks public.t ACCESS SHARE
SELECT pg_catalog.setval('public.t_id_seq', max(id)) FROM public.t HAVING max(id) >= (SELECT last_value FROM public.t_id_seq);

COMMIT;
