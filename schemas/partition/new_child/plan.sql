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
CREATE TABLE public.log_2026 (
    id integer NOT NULL,
    at date NOT NULL,
    CONSTRAINT log_2026_pkey PRIMARY KEY (id, at)
);

-- step 2: expand, undo exact
CREATE TABLE public.log_rest (
    id integer NOT NULL,
    at date NOT NULL,
    CONSTRAINT log_rest_pkey PRIMARY KEY (id, at)
);

-- step 3: expand, undo exact
CREATE INDEX log_2026_at_idx ON public.log_2026 USING btree (at);

-- step 4: expand, undo exact
CREATE INDEX log_rest_at_idx ON public.log_rest USING btree (at);

-- step 5: expand, undo exact, locks public.log SHARE UPDATE EXCLUSIVE
ALTER TABLE public.log ATTACH PARTITION public.log_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- step 6: expand, undo exact, locks public.log SHARE UPDATE EXCLUSIVE
ALTER TABLE public.log ATTACH PARTITION public.log_rest DEFAULT;

COMMIT;
