CREATE TABLE public.reading (
    id integer, sensor integer,
    -- plumb: backfill taken::timestamp AT TIME ZONE 'UTC'
    taken timestamptz NOT NULL,
    -- plumb: backfill round(value)::integer
    -- plumb: reverse using value::numeric(8, 3)
    value integer,
    PRIMARY KEY (sensor, id)
);
