-- Plan: 4 to add, 0 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT last_value, is_called FROM public.t_id_seq;

-- step 2: contract, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;

-- step 3: expand, undo exact
CREATE SEQUENCE public.t_id_seq AS integer;

-- step 4: migrate, undo exact
SELECT pg_catalog.setval('public.t_id_seq', last_value, is_called) FROM public.plumb_rows_1;

-- step 5: migrate, undo exact
DROP TABLE public.plumb_rows_1;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

-- step 7: expand, undo exact
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- step 8: expand, undo exact
SELECT pg_catalog.setval('public.t_id_seq', max(id)) FROM public.t HAVING max(id) >= (SELECT last_value FROM public.t_id_seq);

-- step 9: migrate, undo exact
CREATE TABLE public.plumb_rows_2 AS SELECT last_value, is_called FROM public.u_id_seq;

-- step 10: contract, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE public.u ALTER COLUMN id DROP IDENTITY;

-- step 11: expand, undo exact
CREATE SEQUENCE public.numbers AS integer;

-- step 12: migrate, undo exact
SELECT pg_catalog.setval('public.numbers', last_value, is_called) FROM public.plumb_rows_2;

-- step 13: migrate, undo exact
DROP TABLE public.plumb_rows_2;

-- step 14: expand, undo exact, locks public.u ACCESS EXCLUSIVE
ALTER TABLE ONLY public.u ALTER COLUMN id SET DEFAULT nextval('public.numbers'::regclass);

-- step 15: expand, undo exact
ALTER SEQUENCE public.numbers OWNED BY public.u.id;

-- step 16: expand, undo exact
SELECT pg_catalog.setval('public.numbers', max(id)) FROM public.u HAVING max(id) >= (SELECT last_value FROM public.numbers);

COMMIT;
