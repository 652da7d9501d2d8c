CREATE TABLE public.item (
    id text PRIMARY KEY,            -- plumb: using 'item-' || id
    note text
);
CREATE TABLE public.part (
    id integer PRIMARY KEY,
    item text NOT NULL REFERENCES public.item  -- plumb: using 'item-' || item
);
CREATE TABLE public.visit (shop text, at date, number integer, PRIMARY KEY (shop, at));
CREATE TABLE public.token (
    "the, key" uuid PRIMARY KEY,    -- plumb: using gen_random_uuid()
    note text
);
