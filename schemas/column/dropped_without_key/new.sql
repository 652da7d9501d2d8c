CREATE TABLE public.note (a integer);
