INSERT INTO public.reading SELECT i / 2, nullif(i % 7, 0) FROM generate_series(1, 1500) i;
