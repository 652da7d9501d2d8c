CREATE TYPE public.look AS (taken timestamp, by text);
CREATE TABLE public.item (
    id numeric(10, 2) PRIMARY KEY,
    price numeric(10, 2) CHECK (price > id - 1000),
    look public.look,
    colour text,
    label text
);
CREATE INDEX item_colour ON public.item (colour, id);
CREATE TABLE public.sale (shop text, number integer, at timestamptz NOT NULL, note text, PRIMARY KEY (shop, number));
