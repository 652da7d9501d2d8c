INSERT INTO t (x) VALUES ('a'), ('b');
DELETE FROM t WHERE id = (SELECT max(id) FROM t);
