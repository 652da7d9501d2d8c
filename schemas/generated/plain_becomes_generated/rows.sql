INSERT INTO public.line VALUES (1, 2, 10, 20), (2, 3, 10, 25), (3, 1, 1, NULL);
