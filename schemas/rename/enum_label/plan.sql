-- Plan: 0 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, breaks_queries
ALTER TYPE public.state RENAME VALUE 'payed' TO 'paid';

-- step 2: contract, undo exact, breaks_queries
ALTER TYPE public.state RENAME VALUE 'in transit' TO 'it''s sent';

-- step 3: contract, undo exact
ALTER TYPE public.state ADD VALUE 'lost';

COMMIT;
