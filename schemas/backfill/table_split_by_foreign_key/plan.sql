-- Plan: 3 to add, 0 to change, 2 to drop.
-- Proven: both
-- Warning: public.customer.address_id cannot follow what an application changes while the deployment is under way, as more than its own row tells its value: rows that lack one get it in the end, the others keep theirs

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.address (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    customer_id integer NOT NULL,
    street text NOT NULL,
    city text,
    CONSTRAINT address_pkey PRIMARY KEY (id),
    CONSTRAINT address_customer_id_key UNIQUE (customer_id),
    CONSTRAINT address_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id)
);

-- step 2: expand, undo exact, locks public.customer ACCESS EXCLUSIVE
ALTER TABLE public.customer ADD COLUMN address_id bigint;

-- step 3: migrate, undo exact, locks public.address ROW EXCLUSIVE
INSERT INTO public.address (customer_id, street, city) SELECT id, street, city FROM public.customer WHERE street IS NOT NULL;

COMMIT;

BEGIN;

-- step 4: migrate, undo exact, locks public.customer ROW EXCLUSIVE
UPDATE public.customer SET address_id = ((SELECT a.id FROM public.address a WHERE a.customer_id = customer.id)) WHERE address_id IS NULL AND ((SELECT a.id FROM public.address a WHERE a.customer_id = customer.id)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.customer ROW EXCLUSIVE
UPDATE public.customer SET address_id = ((SELECT a.id FROM public.address a WHERE a.customer_id = customer.id)) WHERE address_id IS NULL AND ((SELECT a.id FROM public.address a WHERE a.customer_id = customer.id)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 6: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 7: contract, undo exact, locks public.customer SHARE ROW EXCLUSIVE, locks public.address SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.customer ADD CONSTRAINT customer_address_id_fkey FOREIGN KEY (address_id) REFERENCES public.address(id);

-- step 8: contract, undo exact, locks public.customer SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.customer IN SHARE ROW EXCLUSIVE MODE;

-- step 9: contract, undo exact
CREATE TABLE plumb_archive_1.of_street_1 AS SELECT id, street FROM public.customer WHERE street IS NOT NULL;

-- step 10: contract, undo exact
ALTER TABLE plumb_archive_1.of_street_1 ADD PRIMARY KEY (id);

-- step 11: contract, undo exact with archive, locks public.customer ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.customer DROP COLUMN street;

-- step 12: contract, undo exact, locks public.customer SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.customer IN SHARE ROW EXCLUSIVE MODE;

-- step 13: contract, undo exact
CREATE TABLE plumb_archive_1.of_city_2 AS SELECT id, city FROM public.customer WHERE city IS NOT NULL;

-- step 14: contract, undo exact
ALTER TABLE plumb_archive_1.of_city_2 ADD PRIMARY KEY (id);

-- step 15: contract, undo exact with archive, locks public.customer ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.customer DROP COLUMN city;

COMMIT;
