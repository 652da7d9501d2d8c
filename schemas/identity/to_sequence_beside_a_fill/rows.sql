INSERT INTO public.t (x, y) SELECT 'x' || i, 'y' || i FROM generate_series(1, 9) i;
DELETE FROM public.t WHERE id > 5;
INSERT INTO public.u (x) SELECT 'x' || i FROM generate_series(1, 9) i;
DELETE FROM public.u WHERE id > 5;
