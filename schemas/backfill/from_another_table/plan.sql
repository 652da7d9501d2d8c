-- Plan: 1 to add, 0 to change, 0 to drop.
-- Intent: Customers can ship to another address
-- Proven: both
-- Warning: public.orders.shipping_address cannot follow what an application changes while the deployment is under way, as more than its own row tells its value: rows that lack one get it in the end, the others keep theirs

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.orders ACCESS EXCLUSIVE
ALTER TABLE public.orders ADD COLUMN shipping_address text;

COMMIT;

BEGIN;

-- step 2: migrate, undo exact, locks public.orders ROW EXCLUSIVE
UPDATE public.orders SET shipping_address = ((SELECT a.address FROM public.user_addresses a WHERE a.user_id = orders.user_id)) WHERE shipping_address IS NULL AND ((SELECT a.address FROM public.user_addresses a WHERE a.user_id = orders.user_id)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 3: contract, undo exact, locks public.orders ROW EXCLUSIVE
UPDATE public.orders SET shipping_address = ((SELECT a.address FROM public.user_addresses a WHERE a.user_id = orders.user_id)) WHERE shipping_address IS NULL AND ((SELECT a.address FROM public.user_addresses a WHERE a.user_id = orders.user_id)) IS NOT NULL;

COMMIT;
