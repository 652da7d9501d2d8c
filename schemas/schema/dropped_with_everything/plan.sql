-- Plan: 0 to add, 0 to change, 5 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks billing.open_invoice ACCESS EXCLUSIVE, breaks_queries
DROP VIEW billing.open_invoice;

-- step 2: contract, undo lossy, locks billing.invoice ACCESS EXCLUSIVE, breaks_queries, loses_data
DROP TABLE billing.invoice;

-- step 3: contract, undo exact, breaks_queries
DROP FUNCTION billing.open_count(bigint);

-- step 4: contract, undo exact
DROP TYPE billing.state;

-- step 5: contract, undo exact
DROP SCHEMA billing;

COMMIT;
