INSERT INTO public.price SELECT i, i * 1.2345, 'n' || i, '2026-01-01 13:14:15.678+00'::timestamptz + i * interval '1 hour' FROM generate_series(1, 50) i;
