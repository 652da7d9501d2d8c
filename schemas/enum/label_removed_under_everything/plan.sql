-- Plan: 0 to add, 3 to change, 0 to drop, 14 to rebuild.
-- Proven: both
-- Warning: new.sql:1:1: label sent of enum type public.state looks like void under another name: if it is, write `-- plumb: renamed from void` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.sale ACCESS EXCLUSIVE, changes_access
DROP POLICY seen ON public.sale;

-- step 2: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
DROP TRIGGER on_paid ON public.sale;

-- step 3: expand, undo exact, locks public.counted ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.counted;

-- step 4: expand, undo exact, locks public.open_sale ACCESS EXCLUSIVE
DROP VIEW public.open_sale;

-- step 5: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
DROP INDEX public.sale_open;

-- step 6: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
DROP INDEX public.sale_once;

-- step 7: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE public.sale DROP CONSTRAINT sale_check;

-- step 8: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN state DROP DEFAULT;

-- step 9: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN past DROP DEFAULT;

-- step 10: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN live DROP DEFAULT;

-- step 11: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE public.sale DROP COLUMN open;

-- step 12: expand, undo exact
DROP FUNCTION public.is_open(public.state);

-- step 13: expand, undo exact
DROP FUNCTION public.first_state();

-- step 14: expand, undo exact
ALTER DOMAIN public.live_state DROP CONSTRAINT live_state_check;

-- step 15: expand, undo exact, locks public.live_state ACCESS EXCLUSIVE
ALTER DOMAIN public.live_state RENAME TO live_state_old;

-- step 16: expand, undo exact, changes_access
REVOKE ALL ON TYPE public.state FROM shop_app;

-- step 17: expand, undo exact
COMMENT ON TYPE public.state IS NULL;

-- step 18: expand, undo exact, locks public.state ACCESS EXCLUSIVE
ALTER TYPE public.state RENAME TO state_old;

-- step 19: expand, undo exact
CREATE TYPE public.state AS ENUM ('new', 'paid', 'sent');

-- step 20: expand, undo exact
CREATE DOMAIN public.live_state AS public.state
    CONSTRAINT live_state_check CHECK ((VALUE <> 'sent'::public.state));

-- step 21: expand, undo exact
CREATE OR REPLACE FUNCTION public.is_open(public.state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1 = 'new' $function$;

-- step 22: expand, undo exact
CREATE OR REPLACE FUNCTION public.first_state()
 RETURNS public.state
 LANGUAGE sql
AS $function$ SELECT 'new'::state $function$;

-- step 23: migrate, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- step 24: migrate, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN past TYPE public.state[] USING past::text::public.state[];

-- step 25: migrate, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ALTER COLUMN live TYPE public.live_state USING live::text::public.live_state;

-- step 26: expand, undo exact, locks public.sale ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ADD COLUMN open boolean GENERATED ALWAYS AS ((state = 'new'::public.state)) STORED;

-- step 27: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN state SET DEFAULT 'new'::public.state;

-- step 28: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN past SET DEFAULT '{new,paid}'::public.state[];

-- step 29: expand, undo exact, locks public.sale ACCESS EXCLUSIVE
ALTER TABLE ONLY public.sale ALTER COLUMN live SET DEFAULT 'paid'::public.state;

-- step 30: expand, undo exact, locks public.sale ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.sale ADD CONSTRAINT sale_check CHECK (((state <> 'sent'::public.state) OR (id > 0)));

-- step 31: expand, undo exact, locks public.sale SHARE, scans, scans_table, blocks_writes
CREATE INDEX sale_open ON public.sale USING btree (state) WHERE (state = ANY (ARRAY['new'::public.state, 'paid'::public.state]));

-- step 32: expand, undo exact, locks public.sale SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX sale_once ON public.sale USING btree (id, public.is_open(state));

-- step 33: expand, undo exact
CREATE VIEW public.open_sale AS
 SELECT sale.id,
    sale.state,
    sale.past
   FROM public.sale
  WHERE ((sale.state = 'new'::public.state) OR ('paid'::public.state = ANY (sale.past)));

-- step 34: expand, undo exact
CREATE MATERIALIZED VIEW public.counted AS
 SELECT open_sale.state,
    count(*) AS sales
   FROM public.open_sale
  GROUP BY open_sale.state;

-- step 35: expand, undo exact
CREATE UNIQUE INDEX counted_state ON public.counted USING btree (state);

-- step 36: expand, undo exact, locks public.sale SHARE ROW EXCLUSIVE
CREATE TRIGGER on_paid BEFORE UPDATE ON public.sale FOR EACH ROW WHEN (((old.state = 'new'::public.state) AND (new.state = 'paid'::public.state))) EXECUTE FUNCTION public.fired();

-- step 37: expand, undo exact, locks public.sale ACCESS EXCLUSIVE, changes_access
CREATE POLICY seen ON public.sale TO PUBLIC USING ((state <> 'sent'::public.state));

-- step 38: expand, undo exact
GRANT USAGE ON TYPE public.state TO shop_app;

-- step 39: expand, undo exact
COMMENT ON TYPE public.state IS 'Of a sale';

-- step 40: expand, undo exact
DROP DOMAIN public.live_state_old;

-- step 41: expand, undo exact
DROP TYPE public.state_old;

COMMIT;
