-- Plan: 0 to add, 3 to change, 0 to drop, 5 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.monthly ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.monthly;

-- step 2: expand, undo exact, locks public.big_day ACCESS EXCLUSIVE
DROP VIEW public.big_day;

-- step 3: expand, undo exact, locks public.daily ACCESS EXCLUSIVE
DROP VIEW public.daily;

-- step 4: migrate, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN amount TYPE bigint;

-- step 5: expand, undo exact
CREATE VIEW public.daily AS
 SELECT sale.sold_on,
    sum(sale.amount) AS total
   FROM public.sale
  GROUP BY sale.sold_on;

-- step 6: expand, undo exact
CREATE VIEW public.big_day AS
 SELECT daily.sold_on,
    daily.total
   FROM public.daily
  WHERE (daily.total > (1000)::numeric);

-- step 7: expand, undo exact
CREATE MATERIALIZED VIEW public.monthly AS
 SELECT date_trunc('month'::text, (daily.sold_on)::timestamp with time zone) AS month,
    sum(daily.total) AS total
   FROM public.daily
  GROUP BY (date_trunc('month'::text, (daily.sold_on)::timestamp with time zone));

-- step 8: expand, undo exact
CREATE UNIQUE INDEX monthly_month ON public.monthly USING btree (month);

-- step 9: expand, undo exact
GRANT SELECT ON TABLE public.big_day TO shop_reader;

-- step 10: expand, undo exact
GRANT SELECT ON TABLE public.daily TO shop_reader;

-- step 11: expand, undo exact
GRANT SELECT (total) ON TABLE public.monthly TO shop_app;

-- step 12: expand, undo exact
COMMENT ON COLUMN public.daily.total IS 'In cents';

-- step 13: expand, undo exact
COMMENT ON VIEW public.daily IS 'Per day';

COMMIT;
