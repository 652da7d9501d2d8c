CREATE TABLE public.membership (team integer NOT NULL, person integer NOT NULL, since date, PRIMARY KEY (team, person));
