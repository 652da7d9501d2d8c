INSERT INTO public.users SELECT i, 'u' || i FROM generate_series(1, 20) i;
INSERT INTO public.user_addresses SELECT i, 'street ' || i FROM generate_series(1, 15) i;
INSERT INTO public.orders (user_id) SELECT 1 + i % 20 FROM generate_series(1, 200) i;
