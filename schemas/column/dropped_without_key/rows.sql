INSERT INTO public.note VALUES (1, '{"b": 1}', 'x', 1, 7), (1, '{"b": 1}', 'y', 1, 8), (1, '{"b": 1}', NULL, 1, 9), (NULL, NULL, 'z', 2, 1.25), (1, '{"b": 1}', 'x', 1, 7), (2, '[]', NULL, 3, 0);
