INSERT INTO public.reading SELECT '2026-01-01'::timestamptz + i * interval '1 second', i FROM generate_series(1, 5000) i;
