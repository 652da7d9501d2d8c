-- Plan: 1 to add, 0 to change, 1 to drop.
-- Proven: both
-- Warning: new.sql:1:1: range type public.cashrange looks like public.paid under another name: if it is, write `-- plumb: renamed from paid` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
DROP TYPE public.paid;

-- step 2: expand, undo exact
CREATE TYPE public.cashrange AS RANGE (SUBTYPE = money);

COMMIT;
