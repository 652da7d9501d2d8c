CREATE TABLE public.note (a integer, j json, must integer NOT NULL);
