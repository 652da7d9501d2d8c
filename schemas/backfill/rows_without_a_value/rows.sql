INSERT INTO public.item VALUES (1, 'a'), (2, NULL), (3, 'c');
