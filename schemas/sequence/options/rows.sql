SELECT setval('s', 77), setval('small', 99);
