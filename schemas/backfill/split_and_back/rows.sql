INSERT INTO public.person VALUES (1, 'Ada Lovelace', '12', '1815-12-10 12:00+00'), (2, 'Plato', NULL, NULL), (3, 'Grace Brewster Hopper', '34', 'infinity');
INSERT INTO public.contact VALUES (1), (2);
