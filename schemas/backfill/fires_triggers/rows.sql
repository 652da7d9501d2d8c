INSERT INTO public.doc SELECT i, repeat('x', i) FROM generate_series(1, 10) i;
INSERT INTO public.memo SELECT i, nullif(i % 3, 0)::text FROM generate_series(1, 10) i;
