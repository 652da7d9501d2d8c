CREATE TABLE public.visit (
    id integer PRIMARY KEY,
    -- plumb: backfill pages
    pages bigint CONSTRAINT "counted it" NOT NULL,
    -- plumb: backfill seconds
    seconds bigint NOT NULL NO INHERIT,
    -- plumb: backfill clicks
    clicks bigint CONSTRAINT clicked NOT NULL
);
