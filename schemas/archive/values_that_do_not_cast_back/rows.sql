INSERT INTO public.item SELECT i, 'shop ' || i % 3, i * 10, (ARRAY['good', 'bad', NULL])[1 + i % 3]::public.mood, nullif(i % 7, 3)::text FROM generate_series(1, 50) i;
INSERT INTO public.measure SELECT i, nullif(i % 5, 3) FROM generate_series(1, 50) i;
