INSERT INTO public.membership VALUES (1, 1, '2020-01-01'), (2, 1, '2020-01-01'), (2, 2, NULL), (3, 2, '2021-05-05');
