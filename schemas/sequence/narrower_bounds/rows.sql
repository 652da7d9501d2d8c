SELECT setval('public.s', 3000000000), setval('public.m', 500), setval('public.low', 5), setval('public.down', -20);
