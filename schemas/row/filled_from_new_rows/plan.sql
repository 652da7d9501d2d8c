-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both
-- Warning: public.thing.kind cannot follow what an application changes while the deployment is under way, as more than its own row tells its value: rows that lack one get it in the end, the others keep theirs

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.thing ACCESS EXCLUSIVE
ALTER TABLE public.thing ADD COLUMN kind integer;

-- step 2: expand, undo exact, locks public.kind ROW EXCLUSIVE
INSERT INTO public.kind (id, name) VALUES ('7', 'thing');

COMMIT;

BEGIN;

-- step 3: migrate, undo exact, locks public.thing ROW EXCLUSIVE
UPDATE public.thing SET kind = ((select id from public.kind where name = 'thing')) WHERE kind IS NULL AND ((select id from public.kind where name = 'thing')) IS NOT NULL;

COMMIT;

BEGIN;

-- step 4: contract, undo exact, locks public.thing ACCESS EXCLUSIVE
ALTER TABLE public.thing ADD CONSTRAINT plumb_not_null CHECK (kind IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.thing ROW EXCLUSIVE
UPDATE public.thing SET kind = ((select id from public.kind where name = 'thing')) WHERE kind IS NULL AND ((select id from public.kind where name = 'thing')) IS NOT NULL;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.thing SHARE UPDATE EXCLUSIVE
ALTER TABLE public.thing VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.thing ACCESS EXCLUSIVE
ALTER TABLE public.thing ALTER COLUMN kind SET NOT NULL;

-- step 8: contract, undo exact, locks public.thing ACCESS EXCLUSIVE
ALTER TABLE public.thing DROP CONSTRAINT plumb_not_null;

-- step 9: contract, undo exact, locks public.thing SHARE ROW EXCLUSIVE, locks public.kind SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.thing ADD CONSTRAINT thing_kind_fkey FOREIGN KEY (kind) REFERENCES public.kind(id);

COMMIT;
