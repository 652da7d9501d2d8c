CREATE TABLE public.person (
    id integer PRIMARY KEY,
    -- plumb: backfill split_part(full_name, ' ', 1)
    first_name text NOT NULL,
    -- plumb: backfill substr(full_name, strpos(full_name || ' ', ' ') + 1)
    last_name text NOT NULL DEFAULT ''
);
CREATE VIEW public.people AS SELECT id, first_name || ' ' || last_name AS full_name FROM public.person;
