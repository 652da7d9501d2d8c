INSERT INTO public.doc SELECT i, repeat('x', i) FROM generate_series(1, 10) i;
