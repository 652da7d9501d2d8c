CREATE TYPE public.look AS (taken date, by text);
CREATE TABLE public.item (
    id text PRIMARY KEY,  -- plumb: using 'item-' || id
    price integer,
    look public.look,
    label text GENERATED ALWAYS AS ('no. ' || id) STORED
);
CREATE TABLE public.sale (shop text, number bigint, at date NOT NULL, PRIMARY KEY (shop, number));
