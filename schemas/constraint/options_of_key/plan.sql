-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.u (
    a integer NOT NULL,
    CONSTRAINT u_pkey PRIMARY KEY (a)
);

-- step 2: expand, undo exact
ALTER INDEX public.u_pkey SET (fillfactor = '60');

-- step 3: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
ALTER INDEX public.t_pkey SET (fillfactor = '44');

-- step 4: expand, undo exact, locks public.t SHARE UPDATE EXCLUSIVE
ALTER INDEX public.t_b_key RESET (fillfactor);

COMMIT;
