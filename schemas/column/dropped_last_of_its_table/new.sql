CREATE TABLE public.note ();
