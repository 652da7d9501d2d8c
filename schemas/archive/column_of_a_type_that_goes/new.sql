CREATE TABLE public.worker (id int PRIMARY KEY);
