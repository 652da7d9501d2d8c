-- Plan: 3 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SEQUENCE public.plain_id_seq AS integer;

-- step 2: expand, undo exact, locks public.plain ACCESS EXCLUSIVE
ALTER TABLE ONLY public.plain ALTER COLUMN id SET DEFAULT nextval('public.plain_id_seq'::regclass);

-- step 3: expand, undo exact
ALTER SEQUENCE public.free OWNED BY public.t.id;

-- step 4: expand, undo exact
ALTER SEQUENCE public.plain_id_seq OWNED BY public.plain.id;

-- step 5: expand, undo exact
SELECT pg_catalog.setval('public.plain_id_seq', max(id)) FROM public.plain HAVING max(id) >= (SELECT last_value FROM public.plain_id_seq);

-- step 6: contract, undo exact
ALTER SEQUENCE public.bound OWNED BY NONE;

COMMIT;
