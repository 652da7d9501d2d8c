CREATE TABLE public.line (id integer PRIMARY KEY, amount integer NOT NULL, price integer NOT NULL, total integer);
