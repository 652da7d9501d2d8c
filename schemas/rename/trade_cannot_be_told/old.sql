CREATE TABLE public.t (low int, high int);
