CREATE TYPE public.line AS (sku text, quantity bigint);
CREATE DOMAIN public.lines AS public.line[] CHECK (array_length(VALUE, 1) < 10);
CREATE TABLE public.basket (id int PRIMARY KEY, lines public.lines);
