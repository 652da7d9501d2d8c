-- Plan: 3 to add, 0 to change, 3 to drop.
-- Proven: both
-- Warning: new.sql:2:1: operator class public.fam USING hash looks like public.walked_ops USING hash under another name: if it is, write `-- plumb: renamed from walked_ops` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OPERATOR FAMILY public.two USING hash;

-- step 2: expand, undo exact
ALTER OPERATOR FAMILY public.two USING hash ADD FUNCTION 1 (bigint, bigint) hashint8(bigint);

-- step 3: contract, undo exact, breaks_queries
DROP OPERATOR CLASS public.walked_ops USING hash;

-- step 4: expand, undo exact
CREATE OPERATOR CLASS public.fam FOR TYPE text USING hash FAMILY public.fam AS
    OPERATOR 1 =(text,text);

-- step 5: contract, undo exact
DROP OPERATOR FAMILY public.one USING hash;

-- step 6: expand, undo exact
CREATE OPERATOR CLASS public.two DEFAULT FOR TYPE money USING hash FAMILY public.two AS
    OPERATOR 1 =(money,money);

COMMIT;
