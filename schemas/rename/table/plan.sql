-- Plan: 0 to add, 8 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks shop."order" ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE shop."order" RENAME TO purchase;

-- step 2: contract, undo exact, locks shop.purchase ACCESS EXCLUSIVE
ALTER TABLE shop.purchase RENAME CONSTRAINT order_customer_fkey TO purchase_customer_fkey;

-- step 3: contract, undo exact, locks shop.purchase SHARE UPDATE EXCLUSIVE
ALTER INDEX shop.order_placed_idx RENAME TO purchase_placed_idx;

-- step 4: contract, undo exact, locks shop.purchase ACCESS EXCLUSIVE
ALTER TABLE shop.purchase RENAME CONSTRAINT order_pkey TO purchase_pkey;

-- step 5: contract, undo exact, locks shop.purchase ACCESS EXCLUSIVE
ALTER TABLE shop.purchase RENAME CONSTRAINT order_customer_number_key TO purchase_customer_number_key;

-- step 6: contract, undo exact, locks shop.purchase ACCESS EXCLUSIVE
ALTER TABLE shop.purchase RENAME CONSTRAINT order_number_check TO purchase_number_check;

-- step 7: contract, undo exact, locks shop.order_id_seq ACCESS EXCLUSIVE, breaks_queries
ALTER SEQUENCE shop.order_id_seq RENAME TO purchase_id_seq;

-- step 8: contract, undo exact, locks shop.purchase ACCESS EXCLUSIVE
ALTER SEQUENCE shop.order_number_seq RENAME TO purchase_number_seq;

COMMIT;
