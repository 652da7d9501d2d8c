-- Plan: 2 to add, 3 to change, 3 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE CAST (text AS public.mood[]) WITH INOUT;

-- step 2: expand, undo exact
CREATE CAST (public.mood AS public.price) WITH INOUT;

-- step 3: expand, undo exact
DROP CAST (bigint AS public.price);

-- step 4: expand, undo exact
CREATE CAST (bigint AS public.price) WITH FUNCTION public.to_price(bigint) AS IMPLICIT;

-- step 5: expand, undo exact
COMMENT ON CAST (bigint AS public.price) IS 'a sum in cents';

-- step 6: contract, undo exact, breaks_queries
DROP CAST (integer AS public.price);

-- step 7: expand, undo exact
DROP CAST (public.mood AS integer);

-- step 8: expand, undo exact
CREATE CAST (public.mood AS integer) WITH INOUT AS ASSIGNMENT;

-- step 9: contract, undo exact, breaks_queries
DROP CAST (public.gone AS integer);

-- step 10: contract, undo exact
DROP TYPE public.gone;

COMMIT;
