CREATE TABLE public.note (b text);
