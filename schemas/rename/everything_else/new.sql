CREATE TABLE public.t (
    id int,
    note text,
    at date,
    -- plumb: renamed from t_old
    CONSTRAINT t_new CHECK (id > 0),
    CONSTRAINT t_unique UNIQUE (id, note) -- plumb: renamed from t_uq
);
CREATE TABLE public.u (id int, note text,
    -- plumb: renamed from u_to_t
    CONSTRAINT u_of_t FOREIGN KEY (id, note) REFERENCES public.t (id, note));
-- plumb: renamed from t_by_at
CREATE INDEX t_at ON public.t (at);
-- plumb: renamed from t_stat
CREATE STATISTICS public.t_statistics ON id, note FROM public.t;
-- plumb: renamed from v
CREATE VIEW public.v2 AS SELECT id FROM public.t;
CREATE VIEW public.on_v AS SELECT id FROM public.v2;
-- plumb: renamed from m
CREATE MATERIALIZED VIEW public.m2 AS SELECT id FROM public.t WITH NO DATA;
-- plumb: renamed from s
CREATE SEQUENCE public.s2;
-- plumb: renamed from f
CREATE FUNCTION public.f2(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.f(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
-- plumb: renamed from p
CREATE PROCEDURE public.p2() LANGUAGE sql AS 'SELECT 1';
-- plumb: renamed from agg
CREATE AGGREGATE public.agg2(int) (SFUNC = int4pl, STYPE = int);
-- plumb: renamed from e
CREATE TYPE public.e2 AS ENUM ('a');
-- plumb: renamed from c
CREATE TYPE public.c2 AS (
    -- plumb: renamed from one
    first int,
    two text
);
-- plumb: renamed from d
CREATE DOMAIN public.d2 AS int CONSTRAINT d2_check CHECK (VALUE > 0);
CREATE TABLE public.holds (c public.c2, d public.d2, e public.e2);
CREATE FUNCTION public.trig() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- plumb: renamed from tr
CREATE TRIGGER tr2 BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.trig();
-- plumb: renamed from r
CREATE RULE r2 AS ON DELETE TO public.u DO INSTEAD NOTHING;
-- plumb: renamed from pol
CREATE POLICY pol2 ON public.t USING (id = 1);
-- plumb: renamed from parted
CREATE TABLE public.split (
    id int,
    day date -- plumb: renamed from at
) PARTITION BY RANGE (day);
-- plumb: renamed from parted_1
CREATE TABLE public.split_1 PARTITION OF public.split FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- plumb: renamed from coll
CREATE COLLATION public.coll2 (provider = libc, locale = 'C');
