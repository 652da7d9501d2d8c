-- Plan: 5 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SCHEMA c;

-- step 2: expand, undo exact
CREATE TABLE public.line (
    id integer NOT NULL,
    CONSTRAINT line_pkey PRIMARY KEY (id)
);

-- step 3: expand, undo exact
ALTER PUBLICATION p ADD TABLE ONLY public.line;

-- step 4: expand, undo exact
ALTER PUBLICATION p ADD TABLES IN SCHEMA b;

-- step 5: expand, undo exact
ALTER PUBLICATION p ADD TABLES IN SCHEMA c;

-- step 6: contract, undo exact, breaks_replication
ALTER PUBLICATION p DROP TABLES IN SCHEMA a;

COMMIT;
