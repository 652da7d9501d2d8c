-- Plan: 3 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.fresh (
    body text
);

-- step 2: expand, undo exact
ALTER TABLE ONLY public.fresh ALTER COLUMN body SET COMPRESSION pglz;

-- step 3: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN given SET COMPRESSION pglz;

-- step 4: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN taken SET COMPRESSION default;

-- step 5: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE public.doc ADD COLUMN added text;

-- step 6: expand, undo exact, locks public.doc ACCESS EXCLUSIVE
ALTER TABLE ONLY public.doc ALTER COLUMN added SET COMPRESSION pglz;

-- step 7: expand, undo exact
CREATE MATERIALIZED VIEW public.seen AS
 SELECT doc.id,
    doc.kept
   FROM public.doc;

COMMIT;
