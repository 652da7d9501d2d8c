INSERT INTO public.reading SELECT (ARRAY['a', 'b', NULL])[1 + i % 3], timestamptz '2026-01-01 00:00+00' + i % 4 * interval '1 hour', nullif(i % 11 + i / 1000.0, 5), NULL FROM generate_series(1, 60) i;
INSERT INTO public.only SELECT i / 4.0 FROM generate_series(1, 20) i;
INSERT INTO public.answer SELECT i % 5, nullif('said ' || i % 3, 'said 0'), (ARRAY['asked', 'seen', NULL])[1 + i % 3]::public.source FROM generate_series(1, 30) i;
INSERT INTO public.felt SELECT 'who ' || i % 4, (ARRAY['good', 'bad', 'none', NULL])[1 + i % 4]::public.mood FROM generate_series(1, 20) i;
INSERT INTO public.measure SELECT (ARRAY['east', 'west', 'south'])[1 + i % 3], i / 7.0 FROM generate_series(1, 40) i;
INSERT INTO public.pair SELECT i % 6 / 4.0, i % 5 / 3.0, 'c', 'd' || i % 7 FROM generate_series(1, 60) i;
