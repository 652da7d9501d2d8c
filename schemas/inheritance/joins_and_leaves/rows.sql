INSERT INTO joins_nullable VALUES (3, 'kept', 4);
INSERT INTO leaves VALUES (1, 'one', NULL, 10), (2, NULL, 3, 20);
INSERT INTO joins_new VALUES (1);
