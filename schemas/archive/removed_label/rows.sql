INSERT INTO public.task SELECT i, (ARRAY['open', 'closed', 'lost'])[1 + i % 3]::public.state FROM generate_series(1, 30) i;
