INSERT INTO public.parent VALUES (1, 10), (2, 20); INSERT INTO public.child VALUES (1, 1), (2, NULL);
