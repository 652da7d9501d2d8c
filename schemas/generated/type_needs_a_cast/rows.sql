INSERT INTO t (id, a, c) VALUES (1, 10, 'x'), (2, 20, 'y');
INSERT INTO c (id, a, c, x) VALUES (3, 30, 'z', 0);
INSERT INTO p (a) VALUES (1);
