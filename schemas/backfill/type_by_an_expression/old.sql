CREATE TABLE public.item (id integer PRIMARY KEY, price integer NOT NULL, code integer, size text, visits integer);
