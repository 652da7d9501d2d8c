INSERT INTO public.t SELECT i, i % 7, 'n' || i FROM generate_series(1, 100) i;
