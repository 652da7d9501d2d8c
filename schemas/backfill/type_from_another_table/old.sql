CREATE TABLE public.colour (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE public.item (id integer PRIMARY KEY, colour integer);
