-- Plan: 1 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: contract, undo exact
LOCK TABLE ONLY public.names IN ACCESS EXCLUSIVE MODE;

-- step 3: contract, undo exact
CREATE TABLE plumb_archive_1.of_names_1 AS SELECT id, name FROM ONLY public.names;

-- step 4: contract, undo exact with archive, locks public.names ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.names;

-- step 5: expand, undo exact
CREATE VIEW public.names AS
 SELECT base.id,
    base.name
   FROM public.base;

COMMIT;
