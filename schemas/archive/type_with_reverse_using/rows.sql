INSERT INTO public.task SELECT i, 'b', (ARRAY['open', 'closed', 'lost'])[1 + i % 3] FROM generate_series(1, 30) i;
