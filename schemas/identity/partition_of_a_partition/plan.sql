-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.log (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    CONSTRAINT log_pkey PRIMARY KEY (id)
)
PARTITION BY RANGE (id);

-- step 2: expand, undo exact
CREATE TABLE public.log_low (
    id bigint NOT NULL,
    CONSTRAINT log_low_pkey PRIMARY KEY (id)
)
PARTITION BY RANGE (id);

-- step 3: expand, undo exact
CREATE TABLE public.log_lowest (
    id bigint NOT NULL,
    CONSTRAINT log_lowest_pkey PRIMARY KEY (id)
);

-- step 4: expand, undo exact
ALTER TABLE public.log_low ATTACH PARTITION public.log_lowest FOR VALUES FROM ('1') TO ('100');

-- step 5: expand, undo exact
ALTER TABLE public.log ATTACH PARTITION public.log_low FOR VALUES FROM ('1') TO ('1000');

COMMIT;
