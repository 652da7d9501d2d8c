CREATE TABLE public.price (id integer PRIMARY KEY, amount numeric(10, 4) NOT NULL, name varchar(40), at timestamptz);
