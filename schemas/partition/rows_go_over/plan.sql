-- Plan: 2 to add, 2 to change, 0 to drop, 17 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.sums ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.sums;

-- step 2: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 3: expand, undo exact, locks public.note ACCESS EXCLUSIVE
ALTER TABLE public.note DROP CONSTRAINT note_reading_taken_fkey;

-- step 4: expand, undo exact
ALTER SEQUENCE public.reading_n_seq OWNED BY NONE;

-- step 5: migrate, undo exact, locks public.reading ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
LOCK TABLE ONLY public.reading IN ACCESS EXCLUSIVE MODE;

-- step 6: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT id, n, site, taken, value FROM ONLY public.reading;

-- step 7: migrate, undo exact
CREATE TABLE public.plumb_rows_2 AS SELECT last_value, is_called FROM public.reading_id_seq;

-- step 8: migrate, undo exact, locks public.reading ACCESS EXCLUSIVE
DROP TABLE public.reading;

-- step 9: expand, undo exact
CREATE TABLE public.reading (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    n integer DEFAULT nextval('public.reading_n_seq'::regclass) NOT NULL,
    site integer,
    taken date NOT NULL,
    value numeric,
    twice numeric GENERATED ALWAYS AS ((value * (2)::numeric)) STORED,
    CONSTRAINT reading_value_check CHECK ((value > (0)::numeric)),
    CONSTRAINT reading_pkey PRIMARY KEY (id, taken),
    CONSTRAINT reading_site_fkey FOREIGN KEY (site) REFERENCES public.site(id)
)
PARTITION BY RANGE (taken);

-- step 10: migrate, undo exact
SELECT pg_catalog.setval('public.reading_id_seq', last_value, is_called) FROM public.plumb_rows_2;

-- step 11: migrate, undo exact
DROP TABLE public.plumb_rows_2;

-- step 12: expand, undo exact
CREATE TABLE public.reading_2026 (
    id bigint NOT NULL,
    n integer DEFAULT nextval('public.reading_n_seq'::regclass) NOT NULL,
    site integer,
    taken date NOT NULL,
    value numeric,
    twice numeric GENERATED ALWAYS AS ((value * (2)::numeric)) STORED,
    CONSTRAINT reading_value_check CHECK ((value > (0)::numeric)),
    CONSTRAINT reading_2026_pkey PRIMARY KEY (id, taken)
);

-- step 13: expand, undo exact
CREATE TABLE public.reading_rest (
    id bigint NOT NULL,
    n integer DEFAULT nextval('public.reading_n_seq'::regclass) NOT NULL,
    site integer,
    taken date NOT NULL,
    value numeric,
    twice numeric GENERATED ALWAYS AS ((value * (2)::numeric)) STORED,
    CONSTRAINT reading_value_check CHECK ((value > (0)::numeric)),
    CONSTRAINT reading_rest_pkey PRIMARY KEY (id, taken)
);

-- step 14: expand, undo exact
ALTER SEQUENCE public.reading_n_seq OWNED BY public.reading.n;

-- step 15: expand, undo exact
CREATE INDEX reading_value ON ONLY public.reading USING btree (value);

-- step 16: expand, undo exact
CREATE INDEX reading_2026_value_idx ON public.reading_2026 USING btree (value);

-- step 17: expand, undo exact
CREATE INDEX reading_rest_value_idx ON public.reading_rest USING btree (value);

-- step 18: expand, undo exact
ALTER TABLE public.reading ATTACH PARTITION public.reading_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- step 19: expand, undo exact
ALTER TABLE public.reading ATTACH PARTITION public.reading_rest DEFAULT;

-- step 20: migrate, undo exact
INSERT INTO public.reading (id, n, site, taken, value) OVERRIDING SYSTEM VALUE SELECT id::bigint, n::integer, site::integer, taken::date, value::numeric FROM public.plumb_rows_1;

-- step 21: migrate, undo exact
DROP TABLE public.plumb_rows_1;

-- step 22: expand, undo exact, locks public.note SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.note ADD CONSTRAINT note_reading_taken_fkey FOREIGN KEY (reading, taken) REFERENCES public.reading(id, taken);

-- step 23: expand, undo exact
CREATE VIEW public.v AS
 SELECT reading.id,
    reading.n,
    reading.site,
    reading.taken,
    reading.value,
    reading.twice
   FROM public.reading;

-- step 24: expand, undo exact
CREATE MATERIALIZED VIEW public.sums AS
 SELECT v.site,
    sum(v.value) AS value
   FROM public.v
  GROUP BY v.site;

-- step 25: expand, undo exact
CREATE RULE r AS
    ON INSERT TO public.reading
   WHERE (new.value > (1000)::numeric) DO INSTEAD NOTHING;

-- step 26: expand, undo exact
CREATE TRIGGER t BEFORE INSERT ON public.reading FOR EACH ROW EXECUTE FUNCTION public.f();

COMMIT;
