INSERT INTO t VALUES ('a1', 'b', 'c'), ('a10', 'b', 'd');
