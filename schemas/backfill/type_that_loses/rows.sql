INSERT INTO public.reading SELECT i, i % 3, CASE i % 2 WHEN 0 THEN '2026-01-01T12:00:00' ELSE 'Jan 2 2026 13:14' END, nullif(i % 7, 0) FROM generate_series(1, 1500) i;
