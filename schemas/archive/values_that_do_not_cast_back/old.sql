CREATE TYPE public.mood AS ENUM ('good', 'bad');
CREATE TABLE public.item (id integer, shop text, code integer NOT NULL UNIQUE, mood public.mood DEFAULT 'good', short varchar(3), PRIMARY KEY (shop, id));
CREATE VIEW public.code AS SELECT code FROM public.item;
CREATE TABLE public.measure (id bigint PRIMARY KEY, taken integer) PARTITION BY HASH (id);
CREATE TABLE public.measure_0 PARTITION OF public.measure FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.measure_1 PARTITION OF public.measure FOR VALUES WITH (modulus 2, remainder 1);
