-- Plan: 0 to add, 1 to change, 1 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.contact_count ACCESS EXCLUSIVE
DROP VIEW public.contact_count;

-- step 2: expand, undo exact, locks public.contact ACCESS EXCLUSIVE
DROP VIEW public.contact;

-- step 3: contract, undo lossy, locks public.person ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.person DROP COLUMN fax;

-- step 4: expand, undo exact
CREATE VIEW public.contact AS
 SELECT person.id,
    person.name
   FROM public.person;

-- step 5: expand, undo exact
CREATE VIEW public.contact_count AS
 SELECT count(*) AS n
   FROM public.contact;

COMMIT;
