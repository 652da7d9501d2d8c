CREATE TABLE public.item (
    id integer PRIMARY KEY,
    -- plumb: backfill price * 100
    price bigint NOT NULL,
    -- plumb: backfill 'item-' || code
    code text,
    -- plumb: backfill coalesce(length(size), -1)
    size integer,
    -- plumb: backfill CAST(visits AS int8)
    visits bigint
);
