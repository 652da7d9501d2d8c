INSERT INTO public.event (id, at, gone) VALUES (1, '2024-02-02', 'one'), (2, '2025-03-03', 'two'), (3, '2024-03-03', NULL);
