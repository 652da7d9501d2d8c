-- Plan: 1 to add, 2 to change, 1 to drop.
-- Proven: both
-- Warning: new.sql:1:1: sequence public.clstr_a_seq looks like public.walked_sequence under another name: if it is, write `-- plumb: renamed from walked_sequence` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.clstr_inh ACCESS EXCLUSIVE
ALTER TABLE ONLY public.clstr_inh ALTER COLUMN a DROP DEFAULT;

-- step 2: contract, undo exact
ALTER SEQUENCE public.walked_sequence OWNED BY NONE;

-- step 3: expand, undo exact, locks public.clstr ACCESS EXCLUSIVE
ALTER TABLE ONLY public.clstr ALTER COLUMN a DROP DEFAULT;

-- step 4: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT last_value, is_called FROM public.walked_sequence;

-- step 5: contract, undo exact, locks public.walked_sequence ACCESS EXCLUSIVE
DROP SEQUENCE public.walked_sequence;

-- step 6: expand, undo exact
CREATE SEQUENCE public.clstr_a_seq AS integer;

-- step 7: migrate, undo exact
SELECT pg_catalog.setval('public.clstr_a_seq', last_value, is_called) FROM public.plumb_rows_1;

-- step 8: migrate, undo exact
DROP TABLE public.plumb_rows_1;

-- step 9: expand, undo exact, locks public.clstr ACCESS EXCLUSIVE
ALTER TABLE ONLY public.clstr ALTER COLUMN a SET DEFAULT nextval('public.clstr_a_seq'::regclass);

-- step 10: expand, undo exact, locks public.clstr_inh ACCESS EXCLUSIVE
ALTER TABLE ONLY public.clstr_inh ALTER COLUMN a SET DEFAULT nextval('public.clstr_a_seq'::regclass);

-- step 11: expand, undo exact
ALTER SEQUENCE public.clstr_a_seq OWNED BY public.clstr.a;

-- step 12: expand, undo exact
SELECT pg_catalog.setval('public.clstr_a_seq', max(a)) FROM public.clstr HAVING max(a) >= (SELECT last_value FROM public.clstr_a_seq);

COMMIT;
