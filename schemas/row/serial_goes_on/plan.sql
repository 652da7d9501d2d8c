-- Plan: 6 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.s ROW EXCLUSIVE
INSERT INTO public.s (id, name) VALUES ('1', 'one');

-- step 2: migrate, undo exact, locks public.s ROW EXCLUSIVE
INSERT INTO public.s (id, name) VALUES ('9', 'nine');

-- step 3: migrate, undo exact, locks public.i ROW EXCLUSIVE
INSERT INTO public.i (id, name) VALUES ('1', 'one');

-- step 4: migrate, undo exact, locks public.i ROW EXCLUSIVE
INSERT INTO public.i (id, name) VALUES ('5', 'five');

-- step 5: migrate, undo exact, locks public.g ROW EXCLUSIVE
INSERT INTO public.g (id, name) OVERRIDING SYSTEM VALUE VALUES ('3', 'three');

-- step 6: migrate, undo exact, locks public.g ROW EXCLUSIVE
INSERT INTO public.g (id, name) OVERRIDING SYSTEM VALUE VALUES ('4', 'four');

-- step 7: migrate, undo exact, locks public.s ACCESS SHARE
SELECT pg_catalog.setval('public.s_id_seq', max(id)) FROM public.s HAVING max(id) >= (SELECT last_value FROM public.s_id_seq);

-- step 8: migrate, undo exact, locks public.i ACCESS SHARE
SELECT pg_catalog.setval('public.i_id_seq', max(id)) FROM public.i HAVING max(id) >= (SELECT last_value FROM public.i_id_seq);

-- step 9: migrate, undo exact, locks public.g ACCESS SHARE
SELECT pg_catalog.setval('public.g_id_seq', max(id)) FROM public.g HAVING max(id) >= (SELECT last_value FROM public.g_id_seq);

COMMIT;
