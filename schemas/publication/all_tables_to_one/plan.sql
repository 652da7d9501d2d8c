-- Plan: 3 to add, 1 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, breaks_replication
CREATE TABLE public.fresh (
    id integer NOT NULL,
    CONSTRAINT fresh_pkey PRIMARY KEY (id)
);

-- step 2: expand, undo exact, locks public.line ACCESS EXCLUSIVE, breaks_replication
ALTER TABLE public.line ADD COLUMN price integer;

-- step 3: expand, undo exact, breaks_replication
DROP PUBLICATION p;

-- step 4: expand, undo exact
CREATE PUBLICATION p;

-- step 5: expand, undo exact
ALTER PUBLICATION p ADD TABLE ONLY public.line;

-- step 6: contract, undo lossy, locks public.line ACCESS EXCLUSIVE, breaks_queries, breaks_replication, loses_data
ALTER TABLE public.line DROP COLUMN note;

-- step 7: contract, undo lossy, locks public.gone ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE public.gone;

COMMIT;
