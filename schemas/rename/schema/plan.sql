-- Plan: 0 to add, 6 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks shop."order" ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE shop."order" RENAME COLUMN customer TO buyer;

-- step 2: contract, undo exact, locks shop."order" ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE shop."order" RENAME TO orders;

-- step 3: contract, undo exact, breaks_queries
ALTER FUNCTION shop.moody(shop.mood) RENAME TO is_moody;

-- step 4: contract, undo exact, breaks_queries
ALTER SCHEMA shop RENAME TO "Store";

-- step 5: contract, undo exact, locks "Store".orders ACCESS EXCLUSIVE
ALTER TABLE "Store".orders RENAME CONSTRAINT order_customer_fkey TO orders_buyer_fkey;

-- step 6: contract, undo exact, locks "Store".orders ACCESS EXCLUSIVE
ALTER TABLE "Store".orders RENAME CONSTRAINT order_pkey TO orders_pkey;

COMMIT;
