-- Plan: 3 to add, 3 to change, 2 to drop, 11 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER SEQUENCE public.thing_id_seq OWNED BY NONE;

-- step 2: migrate, undo exact, locks public.thing ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
LOCK TABLE ONLY public.thing IN ACCESS EXCLUSIVE MODE;

-- step 3: migrate, undo exact
CREATE TABLE public.plumb_rows_1 AS SELECT id, kind FROM ONLY public.thing;

-- step 4: migrate, undo exact, locks public.thing ACCESS EXCLUSIVE
DROP TABLE public.thing;

-- step 5: expand, undo exact
CREATE TABLE public.thing_0 (
    id integer DEFAULT nextval('public.thing_id_seq'::regclass) NOT NULL,
    kind text NOT NULL,
    CONSTRAINT thing_0_pkey PRIMARY KEY (id)
);

-- step 6: migrate, undo exact, locks public.kind ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
LOCK TABLE ONLY public.kind IN ACCESS EXCLUSIVE MODE;

-- step 7: migrate, undo exact
CREATE TABLE public.plumb_rows_2 AS SELECT code, up, rank FROM ONLY public.kind;

-- step 8: migrate, undo exact, locks public.kind ACCESS EXCLUSIVE
DROP TABLE public.kind;

-- step 9: expand, undo exact
CREATE TABLE public.kind_rest (
    code text NOT NULL,
    up text,
    rank integer,
    CONSTRAINT kind_rest_pkey PRIMARY KEY (code)
);

-- step 10: expand, undo exact
CREATE TABLE public.kind (
    code text NOT NULL,
    up text,
    rank integer,
    CONSTRAINT kind_pkey PRIMARY KEY (code)
)
PARTITION BY LIST (code);

-- step 11: expand, undo exact
ALTER TABLE public.kind ATTACH PARTITION public.kind_rest DEFAULT;

-- step 12: migrate, undo exact
INSERT INTO public.kind (code, up, rank) OVERRIDING SYSTEM VALUE SELECT code::text, up::text, rank::integer FROM public.plumb_rows_2;

-- step 13: migrate, undo exact
DROP TABLE public.plumb_rows_2;

-- step 14: expand, undo exact
CREATE TABLE public.thing (
    id integer DEFAULT nextval('public.thing_id_seq'::regclass) NOT NULL,
    kind text NOT NULL,
    CONSTRAINT thing_pkey PRIMARY KEY (id),
    CONSTRAINT thing_kind_fkey FOREIGN KEY (kind) REFERENCES public.kind(code)
)
PARTITION BY HASH (id);

-- step 15: expand, undo exact
ALTER SEQUENCE public.thing_id_seq OWNED BY public.thing.id;

-- step 16: expand, undo exact
ALTER TABLE public.thing ATTACH PARTITION public.thing_0 FOR VALUES WITH (modulus 1, remainder 0);

-- step 17: migrate, undo exact
INSERT INTO public.thing (id, kind) OVERRIDING SYSTEM VALUE SELECT id::integer, kind::text FROM public.plumb_rows_1;

-- step 18: migrate, undo exact
DROP TABLE public.plumb_rows_1;

-- step 19: expand, undo exact
ALTER TABLE public.kind ADD CONSTRAINT kind_up_fkey FOREIGN KEY (up) REFERENCES public.kind(code);

-- step 20: migrate, undo exact, locks public.kind ROW EXCLUSIVE
DELETE FROM public.kind WHERE code = 'c';

-- step 21: migrate, undo exact, locks public.kind ROW EXCLUSIVE
DELETE FROM public.kind WHERE code = 'own';

-- step 22: migrate, undo exact
UPDATE public.kind SET rank = '22' WHERE code = 'b';

-- step 23: migrate, undo exact
INSERT INTO public.kind (code, up, rank) VALUES ('d', 'b', '4');

COMMIT;
