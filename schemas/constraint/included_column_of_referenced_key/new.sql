CREATE TABLE public.parent (id int, payload bigint, PRIMARY KEY (id) INCLUDE (payload));
CREATE TABLE public.child (id int PRIMARY KEY, parent_id int REFERENCES public.parent ON DELETE CASCADE);
