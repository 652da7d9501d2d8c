-- Plan: 1 to add, 1 to change, 0 to drop, 6 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.total ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.total;

-- step 2: expand, undo exact
CREATE MATERIALIZED VIEW public.total AS
 SELECT sale.day,
    sum(sale.amount) AS amount,
    count(*) AS sales
   FROM public.sale
  GROUP BY sale.day;

-- step 3: expand, undo exact
CREATE UNIQUE INDEX total_day ON public.total USING btree (day);

-- step 4: expand, undo exact
CREATE INDEX total_amount ON public.total USING btree (amount DESC);

-- step 5: expand, undo exact
GRANT SELECT ON TABLE public.total TO shop_reader;

-- step 6: expand, undo exact
COMMENT ON MATERIALIZED VIEW public.total IS 'Per day';

COMMIT;
