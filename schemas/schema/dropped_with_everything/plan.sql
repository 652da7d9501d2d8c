-- Plan: 0 to add, 0 to change, 5 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: contract, undo exact, locks billing.open_invoice ACCESS EXCLUSIVE, breaks_queries
DROP VIEW billing.open_invoice;

-- step 3: contract, undo exact
LOCK TABLE ONLY billing.invoice IN ACCESS EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_invoice_1 AS SELECT id, account_id, state::text AS state FROM ONLY billing.invoice;

-- step 5: contract, undo exact
ALTER TABLE plumb_archive_1.of_invoice_1 ADD PRIMARY KEY (id);

-- step 6: contract, undo exact with archive, locks billing.invoice ACCESS EXCLUSIVE, breaks_queries
DROP TABLE billing.invoice;

-- step 7: contract, undo exact, breaks_queries
DROP FUNCTION billing.open_count(bigint);

-- step 8: contract, undo exact
DROP TYPE billing.state;

-- step 9: contract, undo exact
DROP SCHEMA billing;

COMMIT;
