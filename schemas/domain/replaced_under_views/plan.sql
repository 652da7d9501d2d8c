-- Plan: 1 to add, 4 to change, 1 to drop, 1 to rebuild.
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

-- step 2: expand, undo exact, locks public.sold ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.sold;

-- step 3: expand, undo exact, locks public.cheap ACCESS EXCLUSIVE
DROP VIEW public.cheap;

-- step 4: migrate, undo exact
LOCK TABLE public.product IN ACCESS EXCLUSIVE MODE;

-- step 5: migrate, undo exact
CREATE TABLE plumb_archive_1.of_price_1 AS SELECT id, price::text AS plumb_old, NULL::text AS plumb_new FROM public.product;

-- step 6: migrate, undo exact
ALTER TABLE plumb_archive_1.of_price_1 ADD PRIMARY KEY (id);

-- step 7: migrate, undo exact with archive, locks public.product ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.product ALTER COLUMN price TYPE bigint USING price::text::bigint;

-- step 8: migrate, undo exact
UPDATE plumb_archive_1.of_price_1 AS a SET plumb_new = public.product.price::text FROM public.product WHERE a.id = public.product.id;

-- step 9: expand, undo exact, locks public.product ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.product ADD CONSTRAINT product_price_check CHECK ((price >= 0));

-- step 10: expand, undo exact, locks public.line ACCESS EXCLUSIVE
ALTER TABLE public.line DROP COLUMN total;

-- step 11: migrate, undo exact
LOCK TABLE public.line IN ACCESS EXCLUSIVE MODE;

-- step 12: migrate, undo exact
CREATE TABLE plumb_archive_1.of_price_2 AS SELECT tableoid AS plumb_part, ctid AS plumb_place, product_id, quantity, price::text AS plumb_old, NULL::bigint AS plumb_new FROM public.line WITH NO DATA;

-- step 13: migrate, undo exact
INSERT INTO plumb_archive_1.of_price_2 SELECT tableoid, ctid, product_id, quantity, price::text, price::text::bigint FROM public.line;

-- step 14: migrate, undo exact
ALTER TABLE plumb_archive_1.of_price_2 ALTER COLUMN plumb_new TYPE text USING plumb_new::text;

-- step 15: migrate, undo exact
CREATE INDEX ON plumb_archive_1.of_price_2 (plumb_part, plumb_place);

-- step 16: migrate, undo exact
CREATE FUNCTION plumb_archive_1.of_price_2_is(plumb_archive_1.of_price_2) RETURNS plumb_archive_1.of_price_2 LANGUAGE sql STABLE AS $plumb$
SELECT a.* FROM plumb_archive_1.of_price_2 AS a JOIN (SELECT ($1).*) AS now USING (plumb_part, plumb_place) $plumb$;

-- step 17: migrate, undo exact with archive, locks public.line ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.line ALTER COLUMN price TYPE bigint USING (plumb_archive_1.of_price_2_is(ROW(tableoid, ctid, product_id, quantity, NULL, NULL)::plumb_archive_1.of_price_2)).plumb_new::bigint;

-- step 18: migrate, undo exact
DROP FUNCTION plumb_archive_1.of_price_2_is(plumb_archive_1.of_price_2);

-- step 19: expand, undo exact, locks public.line ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.line ADD COLUMN total bigint GENERATED ALWAYS AS ((quantity * price)) STORED;

-- step 20: expand, undo exact
CREATE MATERIALIZED VIEW public.sold AS
 SELECT line.product_id,
    sum(line.total) AS total
   FROM public.line
  GROUP BY line.product_id;

-- step 21: contract, undo exact
DROP DOMAIN public.cents;

-- step 22: expand, undo exact
CREATE VIEW public.cheap AS
 SELECT product.id,
    product.price
   FROM public.product
  WHERE (product.price < 100);

COMMIT;
