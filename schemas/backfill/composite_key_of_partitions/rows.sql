INSERT INTO public.movement SELECT 'it''s ' || i % 3, i, '2025-06-01'::date + i % 400, i FROM generate_series(1, 2000) i;
