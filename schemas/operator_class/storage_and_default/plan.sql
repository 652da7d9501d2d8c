-- Plan: 2 to add, 2 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER OPERATOR FAMILY public.boxes USING gist ADD OPERATOR 6 ~=(box,box);

-- step 2: expand, undo exact
ALTER OPERATOR FAMILY public.boxes USING gist ADD FUNCTION 8 (box, box) gist_box_distance(internal,box,smallint,oid,internal);

-- step 3: contract, undo exact, breaks_queries
ALTER OPERATOR FAMILY public.boxes USING gist DROP OPERATOR 15 (box, point);

-- step 4: expand, undo exact
DROP OPERATOR CLASS public.pairs USING btree;

-- step 5: expand, undo exact
CREATE OPERATOR CLASS public.pairs FOR TYPE public.pair USING btree FAMILY public.pairs AS
    STORAGE public.pair;

-- step 6: expand, undo exact
DROP OPERATOR CLASS public.changed USING btree;

-- step 7: expand, undo exact
CREATE OPERATOR CLASS public.changed DEFAULT FOR TYPE public.couple USING btree FAMILY public.changed AS
    STORAGE public.couple;

-- step 8: contract, undo exact
DROP OPERATOR FAMILY public.texts USING gin;

COMMIT;
