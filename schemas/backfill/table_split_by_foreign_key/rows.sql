INSERT INTO public.customer SELECT i, 'c' || i, nullif('street ' || i, 'street 3'), 'city' FROM generate_series(1, 10) i;
