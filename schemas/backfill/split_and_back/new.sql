-- plumb: reverse backfill (full_name) first_name || ' ' || last_name
-- plumb: reverse backfill (phone) (SELECT c.phone FROM public.contact c WHERE c.person_id = person.id)
CREATE TABLE public.person (
    id integer PRIMARY KEY,
    -- plumb: backfill split_part(full_name, ' ', 1)
    first_name text NOT NULL,
    -- plumb: backfill split_part(full_name, ' ', 2)
    last_name text NOT NULL,
    -- plumb: backfill born::date
    -- plumb: reverse backfill (born) birthday
    birthday date
);
CREATE TABLE public.contact (
    person_id integer PRIMARY KEY REFERENCES public.person,
    -- plumb: backfill (SELECT p.phone FROM public.person p WHERE p.id = contact.person_id)
    phone text
);
