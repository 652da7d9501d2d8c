-- Plan: 0 to add, 10 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA fresh;

-- step 2: contract, undo exact, locks old.customer ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE old.customer RENAME TO client;

-- step 3: contract, undo exact, locks old.named ACCESS EXCLUSIVE, breaks_queries
ALTER VIEW old.named SET SCHEMA fresh;

-- step 4: contract, undo exact, locks old.client ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE old.client SET SCHEMA fresh;

-- step 5: contract, undo exact, locks old.visit ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE old.visit SET SCHEMA fresh;

-- step 6: contract, undo exact, breaks_queries
ALTER FUNCTION old.one() SET SCHEMA fresh;

-- step 7: contract, undo exact, breaks_queries
ALTER TYPE old.pair SET SCHEMA fresh;

-- step 8: contract, undo exact, locks another.x ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE another.x RENAME TO plumb_renamed_6;

-- step 9: contract, undo exact, locks another.plumb_renamed_6 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE another.plumb_renamed_6 SET SCHEMA other;

-- step 10: contract, undo exact, locks other.x ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE other.x SET SCHEMA another;

-- step 11: contract, undo exact, locks other.plumb_renamed_6 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE other.plumb_renamed_6 RENAME TO x;

-- step 12: contract, undo exact, locks fresh.client SHARE UPDATE EXCLUSIVE
ALTER INDEX fresh.customer_name_idx RENAME TO client_name_idx;

-- step 13: contract, undo exact, locks fresh.client ACCESS EXCLUSIVE
ALTER TABLE fresh.client RENAME CONSTRAINT customer_pkey TO client_pkey;

-- step 14: contract, undo exact, locks fresh.customer_id_seq ACCESS EXCLUSIVE, breaks_queries
ALTER SEQUENCE fresh.customer_id_seq RENAME TO client_id_seq;

-- step 15: contract, undo exact
DROP SCHEMA old;

COMMIT;
