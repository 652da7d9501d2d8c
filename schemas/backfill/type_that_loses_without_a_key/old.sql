CREATE TABLE public.reading (id integer, value numeric(8, 3));
