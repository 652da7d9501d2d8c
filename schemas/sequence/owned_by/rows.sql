SELECT setval('free', 42), setval('bound', 7);
INSERT INTO plain VALUES (5);
