CREATE TABLE public.reading (
    id integer,
    -- plumb: backfill round(value)::integer
    value integer
);
