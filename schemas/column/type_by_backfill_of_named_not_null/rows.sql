INSERT INTO public.visit SELECT n, n, n * 2, n * 3 FROM generate_series(1, 50) AS n;
