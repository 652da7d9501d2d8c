CREATE TABLE public.item (id numeric(10, 2) PRIMARY KEY, note text);
CREATE TABLE public.part (id integer PRIMARY KEY, item numeric(10, 2) NOT NULL REFERENCES public.item);
CREATE TABLE public.visit (shop text, at timestamptz, number integer, PRIMARY KEY (shop, at));
CREATE TABLE public.token ("the, key" integer PRIMARY KEY, note text);
