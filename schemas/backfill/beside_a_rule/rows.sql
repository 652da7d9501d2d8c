INSERT INTO public.item SELECT i, CASE WHEN i % 3 > 0 THEN 'own ' || i END FROM generate_series(1, 30) i;
