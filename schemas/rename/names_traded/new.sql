-- plumb: renamed from b
CREATE TABLE public.a (id int PRIMARY KEY, y int, z int);
-- plumb: renamed from a
CREATE TABLE public.b (id int PRIMARY KEY, x text);
CREATE TABLE public.t (
    id int PRIMARY KEY,
    -- plumb: renamed from low
    high int,
    -- plumb: renamed from high
    low text
);
CREATE TYPE public.level AS ENUM (
    'down', -- plumb: renamed from up
    'up' -- plumb: renamed from down
);
-- plumb: renamed from c1
CREATE TABLE public.c2 (id int, p text);
-- plumb: renamed from c2
CREATE TABLE public.c3 (id int, q text);
CREATE VIEW public.v AS SELECT b.x, a.y FROM public.b JOIN public.a USING (id);
