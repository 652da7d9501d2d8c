INSERT INTO public.reading VALUES (1, '2026-02-03', 1.5), (2, '2026-12-31', NULL);
