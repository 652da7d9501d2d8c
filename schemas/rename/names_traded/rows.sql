INSERT INTO public.a VALUES (1, 'x');
INSERT INTO public.b VALUES (1, 2, 3);
INSERT INTO public.t VALUES (1, 2, 'x');
INSERT INTO public.c1 VALUES (1, 'p');
INSERT INTO public.c2 VALUES (1, 'q');
