INSERT INTO public.booking VALUES (1, 10), (2, 20);
