INSERT INTO public.doc SELECT i, repeat('x', i), i * 2, i / 7.0, 'note ' || i, 0 FROM generate_series(1, 20) i;
INSERT INTO public.line SELECT 'item ' || i % 5, i, 'note ' || i FROM generate_series(1, 20) i;
INSERT INTO public.event SELECT i, date '2026-06-20' + i, i * 3, 'note ' || i FROM generate_series(1, 20) i;
