INSERT INTO public.item SELECT i + 0.25, i + 0.75, ROW(timestamp '2026-01-01 10:00' + i * interval '1 day', 'x')::public.look, 'colour ' || i, 'label ' || i FROM generate_series(1, 50) i;
INSERT INTO public.sale SELECT 'shop ' || i % 3, i, '2026-01-01 10:00+00'::timestamptz + i * interval '25 hours', 'note ' || i FROM generate_series(1, 50) i;
