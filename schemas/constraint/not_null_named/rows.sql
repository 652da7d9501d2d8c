INSERT INTO t VALUES (1, 1, 1, 1, 1, 1, 1, 1);
INSERT INTO child VALUES (2, 2, 2, 2, 2, 2, 2, 2, 'x');
INSERT INTO alone VALUES (1, 1);
