-- Plan: 0 to add, 1 to change, 0 to drop, 3 to rebuild.
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
    person.name
   FROM public.person;

-- step 4: expand, undo exact
CREATE VIEW public.named AS
 SELECT people.name
   FROM public.people;

-- step 5: expand, undo exact
ALTER TABLE ONLY public.named ALTER COLUMN name SET DEFAULT 'nobody'::text;

-- step 6: expand, undo exact
CREATE RULE no_delete AS
    ON DELETE TO public.named DO INSTEAD NOTHING;

-- step 7: expand, undo exact
CREATE TRIGGER adding INSTEAD OF INSERT ON public.people FOR EACH ROW EXECUTE FUNCTION public.add_person();

-- step 8: expand, undo exact
GRANT INSERT, SELECT ON TABLE public.people TO shop_app;

-- step 9: expand, undo exact
COMMENT ON VIEW public.named IS 'Those with a name';

COMMIT;
