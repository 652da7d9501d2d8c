CREATE TABLE public.item (
    id integer PRIMARY KEY,
    -- plumb: backfill 'item ' || id
    label text NOT NULL
);
