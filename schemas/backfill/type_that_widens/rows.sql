INSERT INTO public.event (id, visits, "Odd ""one""", note) SELECT i, i * 7, nullif(i % 5, 0), 'n' || i FROM generate_series(1, 2000) i;
