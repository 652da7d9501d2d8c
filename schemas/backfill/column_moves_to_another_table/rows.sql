INSERT INTO public.account SELECT i, '+49 ' || i, 'n' || i FROM generate_series(1, 50) i;
INSERT INTO public.contact SELECT i FROM generate_series(1, 40) i;
