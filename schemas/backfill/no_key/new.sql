CREATE TABLE public.reading (
    at timestamptz,
    value float8,
    -- plumb: backfill value * 2
    doubled float8 NOT NULL
);
