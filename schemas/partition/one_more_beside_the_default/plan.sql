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
CREATE TABLE public.log_2027 (
    id integer NOT NULL,
    at date NOT NULL
);

-- step 2: expand, undo exact
CREATE TABLE public.log_2028 (
    id integer NOT NULL,
    at date NOT NULL
);

-- step 3: expand, undo exact
CREATE INDEX log_2027_at_idx ON public.log_2027 USING btree (at);

-- step 4: expand, undo exact
CREATE INDEX log_2028_at_idx ON public.log_2028 USING btree (at);

-- step 5: expand, undo exact, locks public.log SHARE UPDATE EXCLUSIVE
ALTER TABLE public.log ATTACH PARTITION public.log_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- step 6: expand, undo exact, locks public.log SHARE UPDATE EXCLUSIVE
ALTER TABLE public.log ATTACH PARTITION public.log_2028 FOR VALUES FROM ('2028-01-01') TO (MAXVALUE);

COMMIT;
