CREATE TABLE public.item (
    id integer PRIMARY KEY, code text,
    -- plumb: backfill code
    label text NOT NULL
);
