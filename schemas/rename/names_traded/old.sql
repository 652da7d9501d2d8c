CREATE TABLE public.a (id int PRIMARY KEY, x text);
CREATE TABLE public.b (id int PRIMARY KEY, y int, z int);
CREATE TABLE public.t (id int PRIMARY KEY, low int, high text);
CREATE TYPE public.level AS ENUM ('up', 'down');
CREATE TABLE public.c1 (id int, p text);
CREATE TABLE public.c2 (id int, q text);
CREATE VIEW public.v AS SELECT a.x, b.y FROM public.a JOIN public.b USING (id);
