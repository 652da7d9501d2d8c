-- Plan: 0 to add, 1 to change, 0 to drop, 5 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id DROP DEFAULT;

-- step 2: expand, undo exact
DROP PROCEDURE public.p();

-- step 3: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 4: expand, undo exact
DROP FUNCTION public.top();

-- step 5: expand, undo exact
DROP FUNCTION public.above();

-- step 6: expand, undo exact
DROP FUNCTION public.base();

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.base()
 RETURNS bigint
 LANGUAGE sql
RETURN 1;

-- step 8: expand, undo exact
CREATE OR REPLACE FUNCTION public.above()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT (public.base() + 1);
END;

-- step 9: expand, undo exact
CREATE OR REPLACE FUNCTION public.top()
 RETURNS bigint
 LANGUAGE sql
RETURN (public.above() + public.base());

-- step 10: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT public.top();

-- step 11: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.id,
    public.above() AS a
   FROM public.t;

-- step 12: expand, undo exact
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.t (id)  SELECT public.top() AS top;
 SELECT v.id
    FROM public.v;
END;

-- step 13: expand, undo exact
GRANT EXECUTE ON PROCEDURE public.p() TO shop_app;

-- step 14: expand, undo exact
COMMENT ON FUNCTION public.above() IS 'kept';

COMMIT;
