CREATE TYPE public.line AS (sku text, quantity int);
CREATE DOMAIN public.lines AS public.line[] CHECK (array_length(VALUE, 1) < 10);
CREATE TABLE public.basket (id int PRIMARY KEY, lines public.lines);
INSERT INTO public.basket VALUES (1, ARRAY[ROW('a, "b"', 2), ROW(NULL, 3)]::public.line[]), (2, NULL);
