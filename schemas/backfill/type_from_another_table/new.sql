CREATE TABLE public.colour (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE public.item (
    id integer PRIMARY KEY,
    colour text -- plumb: backfill (SELECT c.name FROM public.colour c WHERE c.id = item.colour)
);
