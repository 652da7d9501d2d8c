-- Plan: 2 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.m2 (
    id integer NOT NULL,
    year integer NOT NULL,
    what text,
    CONSTRAINT m2_pkey PRIMARY KEY (id, year)
);

-- step 2: expand, undo exact, locks public.m SHARE UPDATE EXCLUSIVE
ALTER TABLE public.m ATTACH PARTITION public.m2 FOR VALUES IN (2);

-- step 3: migrate, undo exact, locks public.m ROW EXCLUSIVE
UPDATE public.m SET what = 'b' WHERE id = '1' AND year = '1';

-- step 4: migrate, undo exact, locks public.m ROW EXCLUSIVE
INSERT INTO public.m (id, year, what) VALUES ('1', '2', 'c');

COMMIT;
