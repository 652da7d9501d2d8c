CREATE TABLE public.membership (person integer NOT NULL, since date);
