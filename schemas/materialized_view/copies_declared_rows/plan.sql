-- Plan: 3 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.word (
    id integer NOT NULL,
    word text,
    CONSTRAINT word_pkey PRIMARY KEY (id)
);

-- step 2: migrate, undo exact, locks public.kind ROW EXCLUSIVE
UPDATE public.kind SET factor = '3' WHERE id = '2';

-- step 3: migrate, undo exact, locks public.kind ROW EXCLUSIVE
INSERT INTO public.kind (id, factor) VALUES ('4', '5');

-- step 4: migrate, undo exact
INSERT INTO public.word (id, word) VALUES ('1', 'one');

-- step 5: migrate, undo exact, locks public.kind ROW EXCLUSIVE
DELETE FROM public.kind WHERE id = '3';

-- step 6: expand, undo exact
CREATE MATERIALIZED VIEW public.product AS
 SELECT sum(factors.factor) AS factors,
    ( SELECT count(*) AS count
           FROM public.word) AS words
   FROM public.factors;

COMMIT;
