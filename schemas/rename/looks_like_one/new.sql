CREATE TABLE public.client (id int, name text, mail text, phone text, CONSTRAINT has_mail CHECK (mail <> ''));
CREATE TABLE public.item (
    id int PRIMARY KEY,
    "Title" text,
    price numeric
);
CREATE INDEX item_by_title ON public.item ("Title");
CREATE TYPE public.state AS ENUM ('new', 'paid');
CREATE VIEW public.v2 AS SELECT id FROM public.item;
CREATE FUNCTION public.g(int) RETURNS int LANGUAGE sql AS 'SELECT $1 + 1';
CREATE TABLE public.otherwise (c int, d text);
CREATE TABLE public.two (c int, d int);
CREATE SCHEMA old;
CREATE TABLE public.moved (a int, b int, c int);
