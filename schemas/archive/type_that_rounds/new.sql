CREATE TABLE public.price (id integer PRIMARY KEY, amount numeric(10, 1) NOT NULL, name char(8), at date);
