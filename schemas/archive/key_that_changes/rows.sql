INSERT INTO public.item SELECT i + 0.25, 'n' || i FROM generate_series(1, 50) i;
INSERT INTO public.part SELECT i, 1 + i % 50 + 0.25 FROM generate_series(1, 200) i;
INSERT INTO public.visit SELECT 'shop ' || i % 3, '2026-01-01 10:00+00'::timestamptz + i * interval '25 hours', i FROM generate_series(1, 50) i;
INSERT INTO public.token SELECT i, 'n' || i FROM generate_series(1, 50) i;
