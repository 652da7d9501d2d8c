CREATE TABLE public.note (a integer, b text);
