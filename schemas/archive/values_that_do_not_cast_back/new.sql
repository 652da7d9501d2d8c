CREATE TYPE public.mood AS ENUM ('happy', 'sad');
CREATE TABLE public.item (
    id integer, shop text,
    code text NOT NULL UNIQUE,                     -- plumb: using 'item-' || code
    -- plumb: using CASE mood WHEN 'good' THEN 'happy' ELSE 'sad' END::public.mood
    mood public.mood DEFAULT 'happy',
    short jsonb,                                   -- plumb: using jsonb_build_object('short', short)
    PRIMARY KEY (shop, id)
);
CREATE VIEW public.code AS SELECT code FROM public.item;
CREATE TABLE public.measure (
    id bigint PRIMARY KEY,
    taken text                                     -- plumb: using coalesce(taken || ' m', 'none')
) PARTITION BY HASH (id);
CREATE TABLE public.measure_0 PARTITION OF public.measure FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.measure_1 PARTITION OF public.measure FOR VALUES WITH (modulus 2, remainder 1);
