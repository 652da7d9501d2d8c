INSERT INTO public.event SELECT i, date '2026-06-20' + i, nullif(i * 3, 12), 'note ' || i FROM generate_series(1, 20) i;
INSERT INTO public.line SELECT CASE WHEN i % 2 = 0 THEN 'one' ELSE 'item ' || i % 5 END, i FROM generate_series(1, 20) i;
INSERT INTO public.old SELECT i, 'note ' || i FROM generate_series(1, 20) i;
