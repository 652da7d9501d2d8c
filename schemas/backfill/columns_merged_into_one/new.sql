CREATE TABLE public.person (
    id integer PRIMARY KEY,
    -- plumb: backfill concat_ws(' ', first_name, last_name)
    full_name text NOT NULL
);
