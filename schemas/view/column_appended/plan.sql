-- Plan: 0 to add, 1 to change, 0 to drop, 1 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.named ACCESS EXCLUSIVE
DROP VIEW public.named;

-- step 2: expand, undo exact, locks public.people ACCESS EXCLUSIVE
DROP VIEW public.people;

-- step 3: expand, undo exact
CREATE VIEW public.people AS
 SELECT person.id,
    person.name,
    person.born
   FROM public.person
  WHERE (person.name IS NOT NULL);

-- step 4: expand, undo exact
CREATE VIEW public.named AS
 SELECT people.name
   FROM public.people;

COMMIT;
