INSERT INTO t VALUES (ROW(1, 'x'), ROW(ROW(2, 'y'), 3));
