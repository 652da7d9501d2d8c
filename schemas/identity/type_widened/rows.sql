INSERT INTO t (x) VALUES ('a'), ('b');
INSERT INTO u (x) VALUES ('a'), ('b'), ('c');
