INSERT INTO public.visit SELECT nullif('page ' || i % 4, 'page 3'), timestamptz '2026-01-01 00:00+00' + i % 5 * interval '1 hour', nullif('label ' || i % 3, 'label 2'), nullif(i % 7, 6) FROM generate_series(1, 60) i;
INSERT INTO public.single SELECT nullif((ARRAY['word', 'other', ''])[1 + i % 3], '') FROM generate_series(1, 20) i;
