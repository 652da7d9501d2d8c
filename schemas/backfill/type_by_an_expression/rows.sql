INSERT INTO public.item SELECT i, i * 3, nullif(i % 7, 0), nullif(repeat('x', i % 5), ''), i FROM generate_series(1, 50) i;
