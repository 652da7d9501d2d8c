CREATE UNLOGGED TABLE public.parent (id int PRIMARY KEY);
CREATE UNLOGGED TABLE public.child (id int PRIMARY KEY, parent int REFERENCES public.parent);
