CREATE TABLE public.person (id integer PRIMARY KEY, full_name text NOT NULL);
CREATE VIEW public.people AS SELECT id, full_name FROM public.person;
