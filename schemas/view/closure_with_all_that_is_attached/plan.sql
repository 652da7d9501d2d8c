-- Plan: 0 to add, 5 to change, 0 to drop, 19 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.gate ACCESS EXCLUSIVE, changes_access
DROP POLICY open ON public.gate;

-- step 2: expand, undo exact, locks public.gate ACCESS EXCLUSIVE
DROP RULE into_best ON public.gate;

-- step 3: expand, undo exact, locks public.best ACCESS EXCLUSIVE
DROP VIEW public.best;

-- step 4: expand, undo exact, locks report.month ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW report.month;

-- step 5: expand, undo exact, locks report.day ACCESS EXCLUSIVE
DROP VIEW report.day;

-- step 6: expand, undo exact, locks public.through_function ACCESS EXCLUSIVE
DROP VIEW public.through_function;

-- step 7: expand, undo exact
DROP FUNCTION public.read_sold(public.sold);

-- step 8: expand, undo exact
DROP FUNCTION public.all_sold();

-- step 9: expand, undo exact, locks public.sold ACCESS EXCLUSIVE
DROP VIEW public.sold;

-- step 10: migrate, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN amount TYPE bigint;

-- step 11: expand, undo exact
CREATE VIEW public.sold WITH (security_barrier = 'true') AS
 SELECT sale.id,
    sale.amount,
    sale.sold_on,
    sale.gone
   FROM public.sale;

-- step 12: expand, undo exact
CREATE OR REPLACE FUNCTION public.read_sold(public.sold)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT $1.amount$function$;

-- step 13: expand, undo exact
CREATE OR REPLACE FUNCTION public.all_sold()
 RETURNS SETOF public.sold
 LANGUAGE sql
AS $function$SELECT * FROM sold$function$;

-- step 14: expand, undo exact
ALTER TABLE ONLY public.sold ALTER COLUMN amount SET DEFAULT 7;

-- step 15: expand, undo exact
CREATE VIEW report.day AS
 SELECT sold.sold_on AS day,
    sum(sold.amount) AS total
   FROM public.sold
  GROUP BY sold.sold_on;

-- step 16: expand, undo exact
CREATE VIEW public.through_function AS
 SELECT public.read_sold(s.*) AS amount
   FROM public.all_sold() s(id, amount, sold_on, gone);

-- step 17: expand, undo exact
CREATE MATERIALIZED VIEW report.month WITH (fillfactor = '80') AS
 SELECT date_trunc('month'::text, (day.day)::timestamp with time zone) AS month,
    sum(day.total) AS total
   FROM report.day
  GROUP BY (date_trunc('month'::text, (day.day)::timestamp with time zone));

-- step 18: expand, undo exact
CREATE UNIQUE INDEX month_key ON report.month USING btree (month);

-- step 19: expand, undo exact
CREATE INDEX month_total ON report.month USING btree (((total / (2)::numeric))) WHERE (total > (0)::numeric);

-- step 20: expand, undo exact
ALTER INDEX report.month_total ALTER COLUMN 1 SET STATISTICS 200;

-- step 21: expand, undo exact
ALTER TABLE report.month CLUSTER ON month_key;

-- step 22: expand, undo exact
CREATE STATISTICS report.month_statistics ON month, total FROM report.month;

-- step 23: expand, undo exact
CREATE VIEW public.best AS
 SELECT m.month,
    s.gone
   FROM (report.month m
     JOIN public.sold s ON ((s.sold_on = m.month)));

-- step 24: expand, undo exact
CREATE RULE noted AS
    ON DELETE TO public.sold DO INSTEAD  INSERT INTO public.log (what)
  VALUES (old.gone);

-- step 25: expand, undo exact, locks public.gate ACCESS EXCLUSIVE
CREATE RULE into_best AS
    ON INSERT TO public.gate DO  INSERT INTO public.log (what)  SELECT best.gone
           FROM public.best;

-- step 26: expand, undo exact
CREATE TRIGGER into_sold INSTEAD OF INSERT ON public.sold FOR EACH ROW EXECUTE FUNCTION public.touch();

-- step 27: expand, undo exact
CREATE TRIGGER off INSTEAD OF UPDATE ON public.sold FOR EACH ROW EXECUTE FUNCTION public.touch();

-- step 28: expand, undo exact, locks public.gate ACCESS EXCLUSIVE, changes_access
CREATE POLICY open ON public.gate TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.sold
  WHERE (sold.amount > 0))));

-- step 29: expand, undo exact
ALTER MATERIALIZED VIEW report.month OWNER TO shop_owner;

-- step 30: expand, undo exact
ALTER VIEW public.best OWNER TO shop_owner;

-- step 31: expand, undo exact
REVOKE EXECUTE ON FUNCTION public.all_sold() FROM PUBLIC;

-- step 32: expand, undo exact
GRANT SELECT ON TABLE public.sold TO shop_app;

-- step 33: expand, undo exact
GRANT SELECT ON TABLE public.sold TO shop_app WITH GRANT OPTION;

-- step 34: expand, undo exact
GRANT UPDATE (amount) ON TABLE public.sold TO shop_app;

-- step 35: expand, undo exact
GRANT UPDATE (amount) ON TABLE public.sold TO shop_app WITH GRANT OPTION;

-- step 36: expand, undo exact
GRANT SELECT ON TABLE public.sold TO shop_reader;

-- step 37: expand, undo exact
GRANT SELECT ON TABLE report.day TO shop_owner;

-- step 38: expand, undo exact
GRANT SELECT ON TABLE report.day TO shop_reader;

-- step 39: expand, undo exact
GRANT SELECT ON TABLE report.month TO PUBLIC;

-- step 40: expand, undo exact
COMMENT ON COLUMN public.sold.amount IS 'Cents';

-- step 41: expand, undo exact
COMMENT ON COLUMN report.month.total IS 'A column';

-- step 42: expand, undo exact
COMMENT ON FUNCTION public.all_sold() IS 'A function';

-- step 43: expand, undo exact
COMMENT ON INDEX report.month_key IS 'An index';

-- step 44: expand, undo exact
COMMENT ON POLICY open on public.gate IS 'A policy';

-- step 45: expand, undo exact
COMMENT ON RULE noted on public.sold IS 'A rule';

-- step 46: expand, undo exact
COMMENT ON STATISTICS report.month_statistics IS 'Statistics';

-- step 47: expand, undo exact
COMMENT ON TRIGGER off on public.sold IS 'A trigger';

-- step 48: expand, undo exact
COMMENT ON VIEW public.sold IS 'All sales';

COMMIT;
