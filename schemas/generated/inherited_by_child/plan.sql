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
CREATE TABLE public.child (
    a integer NOT NULL,
    b integer
)
INHERITS (public.parent);

-- step 2: expand, undo exact
CREATE TABLE public.generated_child_of_plain (
    a integer,
    b integer GENERATED ALWAYS AS ((a * 3)) STORED
)
INHERITS (public.plain);

COMMIT;
