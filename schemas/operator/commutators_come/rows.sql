INSERT INTO t VALUES (point(1, 2));
